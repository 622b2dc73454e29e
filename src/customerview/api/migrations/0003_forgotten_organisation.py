"""An erased organisation's keys go with it, from schema/."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("api", "0002_organisation_keys")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.api") / "schema" / "forgotten_organisation.sql").read_text(),
            "DROP POLICY api_client_eraser ON api_client; REVOKE ALL ON api_client FROM cv_eraser",
        ),
    ]
