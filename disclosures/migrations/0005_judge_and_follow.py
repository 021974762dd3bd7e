from django.db import migrations

from disclosures.performance.marking import MARKS, mark
from disclosures.performance.series import project_key

BATCH = 1000


def mark_indicators(apps, schema_editor):
    """Judge the indicators that were filed before there were verdicts."""
    indicators = apps.get_model("disclosures", "PerformanceIndicator").objects
    batch = []
    for row in indicators.iterator(BATCH):
        mark(row)
        batch.append(row)
        if len(batch) == BATCH:
            indicators.bulk_update(batch, MARKS)
            batch = []
    indicators.bulk_update(batch, MARKS)


def follow_projects(apps, schema_editor):
    """Lay the projects that were filed before there were series into one for each unit and name."""
    Series, Match = (apps.get_model("disclosures", name) for name in ("ProjectSeries", "ProjectMatch"))
    known = {}
    for project in apps.get_model("disclosures", "Project").objects.order_by("fiscal_year", "id"):
        place = (project.unit_id, project_key(project.name) or project.pk)
        basis = "name" if place in known else "first"
        if place not in known:
            known[place] = Series.objects.create(unit_id=project.unit_id, name=project.name)
        Match.objects.create(project=project, series=known[place], basis=basis)


def forget(apps, schema_editor):
    """Nothing to undo: the columns and tables go."""


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0004_performance")]

    operations = [
        migrations.RunPython(mark_indicators, forget),
        migrations.RunPython(follow_projects, forget),
    ]
