from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from disclosures.models.initials import initials_of


def write_initials(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the initials of the names that are there."""
    for name in ("Unit", "UnitAlias"):
        model = apps.get_model("disclosures", name)
        named = list(model.objects.only("name"))
        for one in named:
            one.initials = initials_of(one.name)
        model.objects.bulk_update(named, ["initials"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0018_lines_around_tables")]

    operations = [
        migrations.AddField(
            model_name="unit", name="initials", field=models.CharField(default="", editable=False, max_length=400)
        ),
        migrations.AddField(
            model_name="unitalias", name="initials", field=models.CharField(default="", editable=False, max_length=400)
        ),
        migrations.RunPython(write_initials, migrations.RunPython.noop),
    ]
