"""Organisations that signed up and their staff, from schema/organisation.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("api", "0003_forgotten_organisation"), ("ledger", "0002_begun")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.organisations") / "schema" / "organisation.sql").read_text(), migrations.RunSQL.noop
        ),
    ]
