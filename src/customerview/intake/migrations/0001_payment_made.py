"""Payments made as expected, from schema/payments.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.intake") / "schema" / "payments.sql").read_text(),
            "DROP TABLE payment_made; DROP FUNCTION line_stream",
        ),
    ]
