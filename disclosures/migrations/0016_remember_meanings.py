"""Remember what people say that unknown tables and columns mean."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0015_note_duplicates"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="column",
            field=models.JSONField(default=list, verbose_name="栏目"),
        ),
        migrations.CreateModel(
            name="AssignedMeaning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("budget", "预算"),
                            ("final_accounts", "决算"),
                            ("performance_target", "绩效目标"),
                            ("performance_review", "绩效自评"),
                        ],
                        max_length=24,
                        verbose_name="类别",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[("table", "报表"), ("column", "栏目")], max_length=8, verbose_name="对象"
                    ),
                ),
                (
                    "table_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("revenue_expenditure", "收支总表"),
                            ("revenue", "收入总表"),
                            ("expenditure", "支出总表"),
                            ("appropriation", "财政拨款收支总表"),
                            ("appropriation_expenditure", "财政拨款支出表"),
                            ("general_public_expenditure", "一般公共预算支出表"),
                            ("general_public_economic", "一般公共预算支出表（按经济分类）"),
                            ("basic_expenditure_departmental", "基本支出表（部门预算经济分类）"),
                            ("basic_expenditure_government", "基本支出表（政府预算经济分类）"),
                            ("basic_expenditure_summary", "基本支出总表"),
                            ("project_expenditure", "项目支出总表"),
                            ("three_public", "“三公”经费表"),
                            ("government_funds", "政府性基金预算支出表"),
                            ("state_capital", "国有资本经营预算支出表"),
                            ("operating_costs", "机关运行经费支出表"),
                            ("procurement", "政府采购支出表"),
                            ("performance_overall", "整体支出绩效目标表"),
                            ("performance_project", "项目支出绩效目标表"),
                            ("review_base_data", "绩效评价基础数据表"),
                            ("review_overall", "整体支出绩效自评表"),
                            ("review_project", "项目支出绩效自评表"),
                            ("other", "其他表"),
                        ],
                        max_length=40,
                        verbose_name="表种",
                    ),
                ),
                ("title", models.TextField(blank=True, verbose_name="表名")),
                ("headings", models.JSONField(default=list, verbose_name="表头")),
                ("printed", models.TextField(verbose_name="原文")),
                ("place", models.CharField(editable=False, max_length=64)),
                ("ignored", models.BooleanField(default=False, verbose_name="不采用")),
                ("money_unit", models.CharField(blank=True, max_length=8, verbose_name="金额单位")),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[("revenue", "收入"), ("expenditure", "支出"), ("balance", "结转结余")],
                        max_length=12,
                        verbose_name="收支",
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        blank=True,
                        choices=[("approved", "年初预算"), ("revised", "调整预算"), ("outturn", "决算")],
                        max_length=12,
                        verbose_name="阶段",
                    ),
                ),
                (
                    "year_meant",
                    models.CharField(
                        blank=True, choices=[("current", "本年"), ("prior", "上年")], max_length=8, verbose_name="年度"
                    ),
                ),
                (
                    "fund",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("all", "全部资金"),
                            ("fiscal", "财政拨款"),
                            ("general_public", "一般公共预算"),
                            ("government_funds", "政府性基金预算"),
                            ("state_capital", "国有资本经营预算"),
                            ("special_account", "财政专户管理资金"),
                            ("own", "单位资金"),
                        ],
                        max_length=20,
                        verbose_name="资金",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("basic", "基本支出"),
                            ("personnel", "人员经费"),
                            ("operating", "公用经费"),
                            ("project", "项目支出"),
                            ("to_superior", "上缴上级支出"),
                            ("business", "经营支出"),
                            ("to_subordinate", "对附属单位补助支出"),
                            ("procurement", "其中：政府采购"),
                        ],
                        max_length=20,
                        verbose_name="支出性质",
                    ),
                ),
                (
                    "item",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("total", "合计"),
                            ("current_year_total", "本年合计"),
                            ("basic", "基本支出"),
                            ("project", "项目支出"),
                            ("appropriation", "财政拨款收入"),
                            ("general_public", "一般公共预算拨款收入"),
                            ("general_public_regular", "经费拨款"),
                            ("general_public_nontax", "纳入一般公共预算管理的非税收入"),
                            ("government_funds", "政府性基金预算拨款收入"),
                            ("state_capital", "国有资本经营预算拨款收入"),
                            ("special_account", "财政专户管理资金收入"),
                            ("superior_grants", "上级补助收入"),
                            ("superior_department_grants", "上级主管部门（单位）补助收入"),
                            ("service_revenue", "事业收入"),
                            ("business_revenue", "经营收入"),
                            ("subordinate_remittances", "附属单位上缴收入"),
                            ("other_revenue", "其他收入"),
                            ("own_funds", "单位资金"),
                            ("carried_in", "上年结转和结余"),
                            ("carried_out", "结转下年"),
                            ("surplus_used", "使用非财政拨款结余"),
                            ("surplus_distributed", "结余分配"),
                            ("three_public", "“三公”经费合计"),
                            ("overseas_travel", "因公出国（境）费"),
                            ("reception", "公务接待费"),
                            ("vehicles", "公务用车购置及运行费"),
                            ("vehicle_purchase", "公务用车购置费"),
                            ("vehicle_operation", "公务用车运行费"),
                            ("conferences", "会议费"),
                            ("training", "培训费"),
                            ("operating_costs", "机关运行经费"),
                            ("procurement", "政府采购合计"),
                            ("procurement_goods", "货物采购"),
                            ("procurement_works", "工程采购"),
                            ("procurement_services", "服务采购"),
                            ("personnel_total", "人员经费合计"),
                            ("operating_total", "公用经费合计"),
                        ],
                        max_length=32,
                        verbose_name="项目",
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="指定时间")),
                ("reverted_at", models.DateTimeField(blank=True, null=True, verbose_name="撤销时间")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="指定人",
                    ),
                ),
                (
                    "reverted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="撤销人",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assigned_meanings",
                        to="disclosures.revision",
                        verbose_name="指定时的版本",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assigned_meanings",
                        to="disclosures.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "人工指定的含义",
                "verbose_name_plural": "人工指定的含义",
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("reverted_at__isnull", True)),
                        fields=("unit", "kind", "place"),
                        name="one_standing_meaning_a_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("subject__in", ["table", "column"])), name="meaning_subject_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "table_kind__in",
                                [
                                    "",
                                    "revenue_expenditure",
                                    "revenue",
                                    "expenditure",
                                    "appropriation",
                                    "appropriation_expenditure",
                                    "general_public_expenditure",
                                    "general_public_economic",
                                    "basic_expenditure_departmental",
                                    "basic_expenditure_government",
                                    "basic_expenditure_summary",
                                    "project_expenditure",
                                    "three_public",
                                    "government_funds",
                                    "state_capital",
                                    "operating_costs",
                                    "procurement",
                                    "performance_overall",
                                    "performance_project",
                                    "review_base_data",
                                    "review_overall",
                                    "review_project",
                                    "other",
                                ],
                            )
                        ),
                        name="meaning_table_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("money_unit__in", ["", "元", "十元", "百元", "千元", "万元", "百万元", "亿元"])
                        ),
                        name="meaning_money_unit_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("money_unit", ""), ("subject", "column")),
                            models.Q(
                                ("direction", ""),
                                ("fund", ""),
                                ("item", ""),
                                ("nature", ""),
                                ("phase", ""),
                                ("subject", "table"),
                                ("year_meant", ""),
                            ),
                            _connector="OR",
                        ),
                        name="meaning_fits_its_subject",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ignored", False),
                            models.Q(
                                ("direction", ""),
                                ("fund", ""),
                                ("item", ""),
                                ("money_unit", ""),
                                ("nature", ""),
                                ("phase", ""),
                                ("year_meant", ""),
                            ),
                            _connector="OR",
                        ),
                        name="ignored_means_nothing_else",
                    ),
                ],
            },
        ),
    ]
