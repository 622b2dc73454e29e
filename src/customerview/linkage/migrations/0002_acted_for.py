"""For whom a body acts, from schema/acted_for.sql."""

from importlib import resources

from django.db import migrations

STATEMENTS = (resources.files("customerview.linkage") / "schema" / "acted_for.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("linkage", "0001_person_index")]
    operations = [migrations.RunSQL(STATEMENTS, "DROP TABLE acted_for")]
