"""Letters on their way, print runs, and what Notify tells us, from schema/outgoing.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.correspondence.delivery") / "schema" / "outgoing.sql").read_text(),
            "DROP TABLE outgoing, print_run, notify_notice, letters_run, letters_chunk",
        ),
    ]
