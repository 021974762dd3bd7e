import hashlib
import json
import re

from django.db import migrations

BATCH = 1000


def take_fingerprints(apps, schema_editor):
    """Give the findings that were filed before there were fingerprints theirs, as Finding.taken_fingerprint does."""
    findings = apps.get_model("disclosures", "Finding").objects
    batch = []
    for row in findings.iterator(BATCH):
        figures = [[place["label"], place["printed"]] for place in row.places]
        words = "" if figures or row.actual else re.sub(r"第\d+页", "", row.message)
        said = json.dumps([row.code, row.expected, row.actual, figures, words], ensure_ascii=False)
        row.fingerprint = hashlib.sha256(said.encode()).hexdigest()
        batch.append(row)
        if len(batch) == BATCH:
            findings.bulk_update(batch, ["fingerprint"])
            batch = []
    findings.bulk_update(batch, ["fingerprint"])


def forget(apps, schema_editor):
    """Nothing to undo: the column goes."""


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0007_answer_findings")]

    operations = [migrations.RunPython(take_fingerprints, forget)]
