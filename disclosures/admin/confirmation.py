"""Take down what a clerk confirmed or corrected in the table of uploads, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User

from disclosures.admin.desk import pairs_of_drafts, shown_identity
from disclosures.forms import RowForm
from disclosures.ingest import merge_drafts
from disclosures.models import Job
from disclosures.models.jobs import Stage
from disclosures.tasks import NotNow, confirm


@dataclass(slots=True)
class Confirmed:
    """What came of the clerk's answers."""

    as_shown: int = 0
    corrected: int = 0
    merged: int = 0
    troubles: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """Say it in a sentence; empty where nothing was done."""
        parts = [
            f"{self.as_shown + self.corrected} 个文件已确认" if self.as_shown + self.corrected else "",
            f"其中 {self.corrected} 个按您的更正读取" if self.corrected else "",
            f"{self.merged} 组正文与附表已合并为一版" if self.merged else "",
        ]
        said = "，".join(part for part in parts if part)
        return f"{said}。" if said else ""


def confirm_rows(jobs: Iterable[Job], answers: Mapping[str, Any], *, by: User) -> Confirmed:
    """Confirm the chosen rows; a row with an error is left as it is and named."""
    confirmed, done = Confirmed(), []
    for job in jobs:
        form = RowForm(answers, prefix=str(job.pk), initial=shown_identity(job))
        if not form.is_valid():
            errors = "".join(str(error) for errors in form.errors.values() for error in errors)
            confirmed.troubles.append(f"{job.name}：{errors}")
            continue
        try:
            done.append(_confirm(job, form, confirmed, by))
        except NotNow as reason:
            confirmed.troubles.append(str(reason))
    for whole, part in pairs_of_drafts(job.revision for job in done if job.revision):
        merge_drafts(part, into=whole, by=by)
        confirmed.merged += 1
    return confirmed


def _confirm(job: Job, form: RowForm, confirmed: Confirmed, by: User) -> Job:
    """A file that is read already and shown right needs no second reading; any other is read as the person says."""
    if job.stage == Stage.STORED and form.is_as_shown():
        confirmed.as_shown += 1
        return confirm(job, None, by=by)
    confirmed.corrected += not form.is_as_shown()
    confirmed.as_shown += form.is_as_shown()
    return confirm(job, form.identity(), by=by)
