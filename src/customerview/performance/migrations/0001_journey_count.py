"""Counts of the journey, from schema/journey_count.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.performance") / "schema" / "journey_count.sql").read_text(),
            "DROP TABLE journey_count, journey_comment",
        )
    ]
