import django.db.models.deletion
from django.db import migrations, models

STAGES = [
    ("queued", "等待后台读取"),
    ("reading", "正在读取"),
    ("recognising", "正在识别"),
    ("checking", "正在检查"),
    ("needs_identity", "需补充单位、年度或类别"),
    ("stored", "已入库"),
    ("failed", "失败"),
    ("cancelled", "已取消"),
    ("duplicate", "重复文件"),
]


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0014_targets_of_the_term")]

    operations = [
        migrations.RemoveConstraint(model_name="job", name="job_stage_known"),
        migrations.AlterField(
            model_name="job",
            name="stage",
            field=models.CharField(choices=STAGES, max_length=16, verbose_name="进度"),
        ),
        migrations.AddField(
            model_name="job",
            name="same_job",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duplicates",
                to="disclosures.job",
                verbose_name="相同的上传",
            ),
        ),
        migrations.AddField(
            model_name="job",
            name="same_revision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duplicates",
                to="disclosures.revision",
                verbose_name="相同的版本",
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(stage__in=[value for value, _label in STAGES]), name="job_stage_known"
            ),
        ),
    ]
