"""What waits for a second person is found by the role that may agree, from schema/proposals.sql."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("work", "0002_waiting")]
    operations = [
        migrations.RunSQL((resources.files("customerview.work") / "schema" / "proposals.sql").read_text(), "DROP INDEX open_duty_proposals")
    ]
