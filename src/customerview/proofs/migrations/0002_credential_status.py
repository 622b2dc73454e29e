"""Where credentials stand in the status lists, from schema/credential_status.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("proofs", "0001_share_code")]
    operations = [
        migrations.RunSQL((resources.files("customerview.proofs") / "schema" / "credential_status.sql").read_text(), migrations.RunSQL.noop)
    ]
