"""Who has worked here, from schema/colleague_seen.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_signed_in_at")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.identity") / "schema" / "colleague_seen.sql").read_text(), "DROP TABLE colleague_seen"
        )
    ]
