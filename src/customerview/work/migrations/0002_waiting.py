"""What has not begun stands apart, from schema/."""

from importlib import resources

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("work", "0001_open_duty")]
    operations = [
        migrations.RunSQL(
            (resources.files("customerview.work") / "schema" / "waiting.sql").read_text(),
            "DROP INDEX open_duty_mine, open_duty_team, open_duty_waiting; ALTER TABLE open_duty DROP COLUMN whose, DROP COLUMN waits",
        ),
    ]
