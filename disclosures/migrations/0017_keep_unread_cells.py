"""Keep a row for a cell that only a person could read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0016_remember_meanings"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="lineitem",
            name="amount_exactly_where_printed",
        ),
        migrations.AlterField(
            model_name="lineitem",
            name="state",
            field=models.CharField(
                choices=[("printed", "已列示"), ("blank", "空白"), ("unread", "未读出")],
                max_length=8,
                verbose_name="状态",
            ),
        ),
        migrations.AddConstraint(
            model_name="lineitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount_fen__isnull", False), ("state", "printed")),
                    models.Q(("amount_fen__isnull", True), ("state__in", ["blank", "unread"])),
                    _connector="OR",
                ),
                name="amount_exactly_where_printed",
            ),
        ),
    ]
