"""Keep the lines above and below each table, to show it as it is printed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0017_keep_unread_cells")]

    operations = [
        migrations.AddField(
            model_name="statementtable",
            name="captions",
            field=models.JSONField(default=list, verbose_name="表上文字"),
        ),
        migrations.AddField(
            model_name="statementtable",
            name="notes",
            field=models.JSONField(default=list, verbose_name="表下文字"),
        ),
    ]
