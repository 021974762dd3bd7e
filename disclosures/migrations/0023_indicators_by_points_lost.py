from decimal import Decimal

from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0022_corrections_name_what_they_replace")]

    operations = [
        migrations.AddIndex(
            model_name="performanceindicator",
            index=models.Index(
                models.OrderBy(Coalesce("points_lost", models.Value(Decimal(-100_000))), descending=True),
                models.OrderBy(models.F("fiscal_year"), descending=True),
                models.OrderBy(models.F("unit_id")),
                models.OrderBy(models.F("id")),
                name="indicators_most_lost_first",
            ),
        ),
    ]
