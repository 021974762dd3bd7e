from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0020_pauses_and_last_years_targets")]

    operations = [
        migrations.RemoveConstraint(model_name="findingmark", name="one_standing_mark_a_finding"),
        migrations.RenameField("findingmark", "taken_back_by", "reverted_by"),
        migrations.RenameField("findingmark", "taken_back_at", "reverted_at"),
        migrations.AddConstraint(
            model_name="findingmark",
            constraint=models.UniqueConstraint(
                condition=models.Q(reverted_at__isnull=True),
                fields=("disclosure", "fingerprint"),
                name="one_standing_mark_a_finding",
            ),
        ),
    ]
