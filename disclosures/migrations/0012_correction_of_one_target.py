"""Keep each correction to exactly one thing that was read, and to a field that this has."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0011_correct_projects_indicators_figures")]

    operations = [
        migrations.RemoveConstraint(
            model_name="correction",
            name="one_standing_correction_a_field",
        ),
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_field_known",
        ),
        migrations.AlterField(
            model_name="correction",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="disclosures.revision",
                verbose_name="版本",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reverted_at__isnull", True)),
                fields=("line_item", "field"),
                name="one_standing_correction_by_line_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reverted_at__isnull", True)),
                fields=("project", "field"),
                name="one_standing_correction_by_project",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reverted_at__isnull", True)),
                fields=("indicator", "field"),
                name="one_standing_correction_by_indicator",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reverted_at__isnull", True)),
                fields=("figure", "field"),
                name="one_standing_correction_by_figure",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("field__in", ["amount", "heading"]),
                        ("figure__isnull", True),
                        ("indicator__isnull", True),
                        ("line_item__isnull", False),
                        ("project__isnull", True),
                    ),
                    models.Q(
                        (
                            "field__in",
                            [
                                "name",
                                "total",
                                "approved",
                                "revised",
                                "executed",
                                "execution_rate",
                                "score",
                                "annual_goal",
                            ],
                        ),
                        ("figure__isnull", True),
                        ("indicator__isnull", True),
                        ("line_item__isnull", True),
                        ("project__isnull", False),
                    ),
                    models.Q(
                        ("field__in", ["target", "actual", "weight", "score", "level3", "deviation_reason"]),
                        ("figure__isnull", True),
                        ("indicator__isnull", False),
                        ("line_item__isnull", True),
                        ("project__isnull", True),
                    ),
                    models.Q(
                        ("field__in", ["value"]),
                        ("figure__isnull", False),
                        ("indicator__isnull", True),
                        ("line_item__isnull", True),
                        ("project__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="correction_of_one_known_field",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("field__in", ["amount", "approved", "executed", "revised", "total"]),
                    ("value_fen__isnull", True),
                    _connector="OR",
                ),
                name="correction_in_fen_only_of_money",
            ),
        ),
    ]
