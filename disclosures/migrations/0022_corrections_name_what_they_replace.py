"""Let a correction name the earlier one that it replaced, so that undoing it brings that one back."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0021_take_answers_back_as_corrections")]

    operations = [
        migrations.AddField(
            model_name="correction",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="replaced_by",
                to="disclosures.correction",
                verbose_name="代替",
            ),
        ),
    ]
