"""Mark which targets have a counterpart the year before, and judge anew what only says that work was paused."""

from django.db import migrations, models

from disclosures.performance.marking import mark


def mark_counterparts(apps, schema_editor):
    """Mark the targets that the unit's year before printed too, whatever their value was then."""
    indicators = apps.get_model("disclosures", "PerformanceIndicator")
    before = indicators.objects.filter(
        unit=models.OuterRef("unit"),
        fiscal_year=models.OuterRef("fiscal_year") - 1,
        name_key=models.OuterRef("name_key"),
        of_term=False,
        revision__state="published",
    ).exclude(target="")
    telling = indicators.objects.filter(of_term=False).exclude(name_key="").exclude(target="")
    telling.filter(models.Exists(before)).update(told_last_year=True)


def judge_pauses(apps, schema_editor):
    """Judge anew what was held undone: a pause alone is no verdict."""
    indicators = apps.get_model("disclosures", "PerformanceIndicator").objects
    for one in indicators.filter(verdict_reason="said_undone").iterator():
        mark(one)
        one.save(update_fields=["verdict", "verdict_reason"])


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0019_find_units_by_initials"),
    ]

    operations = [
        migrations.AddField(
            model_name="performanceindicator",
            name="told_last_year",
            field=models.BooleanField(default=False, editable=False, verbose_name="上年有同名指标"),
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
                    ("paused", "完成值写有暂停或推迟，没有写明最后的结果"),
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
        migrations.RunPython(mark_counterparts, migrations.RunPython.noop),
        migrations.RunPython(judge_pauses, migrations.RunPython.noop),
    ]
