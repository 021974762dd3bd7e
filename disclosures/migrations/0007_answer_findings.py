import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0006_finding_places"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="file",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="findings",
                to="disclosures.revisionfile",
                verbose_name="原文件",
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="fingerprint",
            field=models.CharField(db_index=True, default="", editable=False, max_length=64),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="UncheckedRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60, verbose_name="规则")),
                ("reason", models.TextField(verbose_name="原因")),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unchecked",
                        to="disclosures.revisionfile",
                        verbose_name="原文件",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unchecked",
                        to="disclosures.revision",
                        verbose_name="版本",
                    ),
                ),
            ],
            options={
                "verbose_name": "未检查的规则",
                "verbose_name_plural": "未检查的规则",
                "ordering": ["revision", "id"],
            },
        ),
        migrations.CreateModel(
            name="FindingMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60, verbose_name="规则")),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "answer",
                    models.CharField(
                        choices=[("accepted", "已采纳"), ("explained", "已说明"), ("source_error", "原文有误")],
                        max_length=16,
                        verbose_name="处理",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="处理时间")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="撤销时间")),
                (
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="finding_marks",
                        to="disclosures.disclosure",
                        verbose_name="公开文件",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="处理人",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="撤销人",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查结果处理",
                "verbose_name_plural": "检查结果处理",
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at__isnull", True)),
                        fields=("disclosure", "fingerprint"),
                        name="one_standing_mark_a_finding",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["accepted", "explained", "source_error"])),
                        name="finding_answer_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer", "explained"), ("note", ""), _negated=True),
                        name="explanation_has_a_note",
                    ),
                ],
            },
        ),
    ]
