"""How often an inbox is opened is limited, from schema/inbox_limits.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_inbox")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.organisations") / "schema" / "inbox_limits.sql").read_text(), migrations.RunSQL.noop
        ),
    ]
