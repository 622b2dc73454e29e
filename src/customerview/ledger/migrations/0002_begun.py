"""Whether a stream has begun, from schema/begun.sql."""

from importlib import resources

from django.db import migrations

STATEMENTS = (resources.files("customerview.ledger") / "schema" / "begun.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_ledger")]
    operations = [migrations.RunSQL(STATEMENTS, "DROP FUNCTION stream_begun")]
