"""Offers of proofs to wallet apps, and what a wallet may reach, from schema/wallet_offer.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("proofs", "0002_credential_status")]
    operations = [
        migrations.RunSQL((resources.files("customerview.proofs") / "schema" / "wallet_offer.sql").read_text(), migrations.RunSQL.noop)
    ]
