"""The inboxes of organisations, from schema/inbox.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_organisation"), ("proofs", "0003_wallet_offer")]
    operations = [
        migrations.RunSQL((resources.files("customerview.organisations") / "schema" / "inbox.sql").read_text(), migrations.RunSQL.noop),
    ]
