"""Subscriptions and deliveries, from schema/sharing.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.sharing") / "schema" / "sharing.sql").read_text(), "DROP TABLE delivery, subscription"
        ),
    ]
