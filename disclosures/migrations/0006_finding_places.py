from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0005_judge_and_follow")]

    operations = [
        migrations.AddField(
            "finding", "tolerance", models.TextField(blank=True, default="", verbose_name="容差"), False
        ),
        migrations.AddField("finding", "formula", models.TextField(blank=True, default="", verbose_name="算式"), False),
        migrations.AddField("finding", "places", models.JSONField(default=list, verbose_name="涉及的单元格与句子")),
    ]
