import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0012_correction_of_one_target"),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="found_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="更正后发现时间"),
        ),
        migrations.AddField(
            model_name="finding",
            name="solved_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="更正后解决时间"),
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="action",
            field=models.CharField(
                choices=[
                    ("uploaded", "上传"),
                    ("stored", "存为草稿"),
                    ("corrected", "更正归属"),
                    ("merged", "合并"),
                    ("published", "发布"),
                    ("superseded", "被新版取代"),
                    ("withdrawn", "撤回"),
                    ("discarded", "放弃"),
                    ("cancelled", "取消读取"),
                    ("retried", "重新读取"),
                    ("added", "新增"),
                    ("changed", "修改"),
                    ("deleted", "删除"),
                    ("revoked", "撤销"),
                    ("rechecked", "重新检查"),
                ],
                max_length=16,
                verbose_name="操作",
            ),
        ),
        migrations.CreateModel(
            name="PrintedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("blocks", models.JSONField(default=list)),
                ("tables", models.JSONField(default=list)),
                ("troubles", models.JSONField(default=list)),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="printed_text",
                        to="disclosures.revisionfile",
                        verbose_name="原文件",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="printed_texts",
                        to="disclosures.revision",
                        verbose_name="版本",
                    ),
                ),
            ],
            options={
                "verbose_name": "原文文字",
                "verbose_name_plural": "原文文字",
                "ordering": ["id"],
            },
        ),
    ]
