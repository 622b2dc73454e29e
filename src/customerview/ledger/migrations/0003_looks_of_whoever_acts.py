"""Whoever acts for a customer is written down as having looked, from schema/looks_of_whoever_acts.sql."""

from importlib import resources

from django.db import migrations

STATEMENTS = (resources.files("customerview.ledger") / "schema" / "looks_of_whoever_acts.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_begun")]
    operations = [migrations.RunSQL(STATEMENTS, migrations.RunSQL.noop)]
