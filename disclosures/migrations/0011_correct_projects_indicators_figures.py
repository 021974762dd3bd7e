"""Let projects, indicators and figures of the text be corrected too, and keep what was read of them."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def name_the_revision(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Say of every correction which revision it is in: that of its line item."""
    corrections = apps.get_model("disclosures", "Correction").objects
    items = apps.get_model("disclosures", "LineItem").objects.filter(pk=models.OuterRef("line_item"))
    corrections.update(revision=models.Subquery(items.values("revision")[:1]))


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0010_indicator_indexes")]

    operations = [
        migrations.AddField(
            model_name="correction",
            name="carried_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="carried_to",
                to="disclosures.correction",
                verbose_name="沿用自",
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="figure",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="disclosures.figure",
                verbose_name="文字数据",
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="indicator",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="disclosures.performanceindicator",
                verbose_name="绩效指标",
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="project",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="disclosures.project",
                verbose_name="项目",
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="revision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="disclosures.revision",
                verbose_name="版本",
            ),
        ),
        migrations.AddField(
            model_name="figure",
            name="as_read",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="performanceindicator",
            name="as_read",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="project",
            name="as_read",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AlterField(
            model_name="correction",
            name="line_item",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="disclosures.lineitem",
                verbose_name="数据项",
            ),
        ),
        migrations.AlterField(
            model_name="correction",
            name="field",
            field=models.CharField(
                choices=[
                    ("amount", "金额"),
                    ("heading", "名称"),
                    ("name", "项目名称"),
                    ("total", "资金总额"),
                    ("approved", "年初预算"),
                    ("revised", "全年预算"),
                    ("executed", "全年执行"),
                    ("execution_rate", "执行率（%）"),
                    ("annual_goal", "年度目标"),
                    ("level3", "指标名称"),
                    ("target", "指标值"),
                    ("actual", "完成值"),
                    ("weight", "分值"),
                    ("score", "得分"),
                    ("deviation_reason", "偏差原因"),
                    ("value", "数值"),
                ],
                max_length=20,
                verbose_name="更正内容",
            ),
        ),
        migrations.RunPython(name_the_revision, migrations.RunPython.noop),
    ]
