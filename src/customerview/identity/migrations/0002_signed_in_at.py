"""Which session came of which sign-in at the provider, from schema/signed_in_at.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_match_try"), ("sessions", "0001_initial")]
    operations = [
        migrations.RunSQL((resources.files("customerview.identity") / "schema" / "signed_in_at.sql").read_text(), migrations.RunSQL.noop)
    ]
