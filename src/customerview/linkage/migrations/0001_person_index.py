"""The index of people, and of the sign-ins that are known, from schema/index.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [migrations.RunSQL((resources.files("customerview.linkage") / "schema" / "index.sql").read_text(), migrations.RunSQL.noop)]
