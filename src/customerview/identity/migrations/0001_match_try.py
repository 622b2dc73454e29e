"""The tries at being matched to a record, from schema/tries.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL((resources.files("customerview.identity") / "schema" / "tries.sql").read_text(), migrations.RunSQL.noop)
    ]
