"""The tables of open duties, from schema/."""

from importlib import resources

from django.db import migrations


def _statements(name: str) -> str:
    return (resources.files("customerview.work") / "schema" / name).read_text()


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL(_statements("open_duty.sql"), "DROP TABLE open_duty, owed_to"),
        migrations.RunSQL(_statements("policies.sql"), migrations.RunSQL.noop),
    ]
