"""Share codes, and what a checker may reach, from schema/share_code.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL((resources.files("customerview.proofs") / "schema" / "share_code.sql").read_text(), migrations.RunSQL.noop)
    ]
