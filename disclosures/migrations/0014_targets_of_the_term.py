"""Tell targets of a whole term from the year's, keep which ones are copies, name more grounds and one more action."""

from django.db import migrations, models


def mark_copies(apps, schema_editor):
    """Mark the targets that the unit's year before printed word for word, among all that is filed."""
    indicators = apps.get_model("disclosures", "PerformanceIndicator")
    before = indicators.objects.filter(
        unit=models.OuterRef("unit"),
        fiscal_year=models.OuterRef("fiscal_year") - 1,
        name_key=models.OuterRef("name_key"),
        target=models.OuterRef("target"),
        revision__state="published",
    )
    telling = indicators.objects.exclude(name_key="").exclude(target="")
    telling.filter(models.Exists(before)).update(copies_last_year=True)


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0013_recheck_findings"),
    ]

    operations = [
        migrations.AddField(
            model_name="performanceindicator",
            name="of_term",
            field=models.BooleanField(default=False, verbose_name="实施期指标"),
        ),
        migrations.AddField(
            model_name="performanceindicator",
            name="copies_last_year",
            field=models.BooleanField(default=False, editable=False, verbose_name="与上年相同"),
        ),
        migrations.RunPython(mark_copies, migrations.RunPython.noop),
        # The verdicts are counted by this index alone.
        migrations.RemoveIndex(model_name="performanceindicator", name="indicators_by_verdict"),
        migrations.AddIndex(
            model_name="performanceindicator",
            index=models.Index(fields=["revision", "of_term", "verdict"], name="indicators_by_verdict"),
        ),
        migrations.AlterField(
            model_name="performanceindicator",
            name="target_kind",
            field=models.CharField(
                choices=[
                    ("number", "数值"),
                    ("percentage", "百分比"),
                    ("range", "区间"),
                    ("several", "几个数字"),
                    ("date", "时间"),
                    ("qualitative", "定性"),
                    ("none", "未填"),
                ],
                default="none",
                editable=False,
                max_length=12,
                verbose_name="指标值种类",
            ),
        ),
        migrations.AlterField(
            model_name="performanceindicator",
            name="verdict_reason",
            field=models.CharField(
                choices=[
                    ("by_sign", "按指标值印出的符号比较"),
                    ("by_number", "指标值未印符号，按“不低于”比较"),
                    ("by_ceiling", "指标值未印符号，成本、时限和负向指标按“不超过”比较"),
                    ("by_rank", "按名次比较"),
                    ("in_range", "按指标值印出的区间比较"),
                    ("period", "按起止时间比较"),
                    ("same_words", "完成值与指标值文字相同"),
                    ("by_sum", "完成值各部分之和等于指标值"),
                    ("one_named", "指标值为一项，完成值写明完成的是哪一项"),
                    ("said_done", "完成值写明已按计划或要求完成"),
                    ("said_undone", "完成值写明没有完成"),
                    ("partly_done", "完成值写明只完成一部分"),
                    ("no_target", "没有填写指标值"),
                    ("no_actual", "没有完成值"),
                    ("qualitative", "定性指标，不作数值判断"),
                    ("answered_in_words", "指标值是数字，完成值没有相应的数字"),
                    ("other_measure", "指标值与完成值的计量单位不同"),
                    ("several_numbers", "完成值有几个数字，判断结果不一"),
                    ("several_targets", "指标值含有几个数字，无法逐一对应"),
                ],
                default="no_actual",
                editable=False,
                max_length=20,
                verbose_name="判断理由",
            ),
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
                    ("parted", "拆分"),
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
    ]
