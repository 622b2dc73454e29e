"""The ledger's tables, from schema/: facts, what can be forgotten, snapshots, askings, looks, access, feed readers, roots."""

from importlib import resources

from django.db import migrations


def _statements(name: str) -> str:
    return (resources.files("customerview.ledger") / "schema" / name).read_text()


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.RunSQL(_statements("tables.sql"), migrations.RunSQL.noop),
        migrations.RunSQL(_statements("access.sql"), migrations.RunSQL.noop),
        migrations.RunSQL(_statements("policies.sql"), migrations.RunSQL.noop),
    ]
