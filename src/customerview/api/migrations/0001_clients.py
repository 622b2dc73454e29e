"""The clients of the API, from schema/clients.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL((resources.files("customerview.api") / "schema" / "clients.sql").read_text(), "DROP TABLE api_client"),
    ]
