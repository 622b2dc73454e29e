"""Keys that organisations make for their own systems, from schema/organisation_keys.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("api", "0001_clients"), ("proofs", "0001_share_code")]
    operations = [
        migrations.RunSQL((resources.files("customerview.api") / "schema" / "organisation_keys.sql").read_text(), migrations.RunSQL.noop)
    ]
