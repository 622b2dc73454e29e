"""Family names in an inbox, from schema/inbox_family.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("organisations", "0003_inbox_limits")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.organisations") / "schema" / "inbox_family.sql").read_text(), migrations.RunSQL.noop
        ),
    ]
