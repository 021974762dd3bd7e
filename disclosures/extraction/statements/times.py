"""Read the year and the phase that a title, header or row label names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosures.extraction.statements.words import squeezed
from disclosures.vocabulary import DisclosureKind, Phase

# The names of the budgets hold the word 预算 and say nothing about the phase.
_BUDGET_NAMES = re.compile(
    r"一般公共预算|公共财政预算|政府性?基金预算|[国固]有资本经营预算|社会保险基金预算|政府预算(?:拨款|经济|支出经济)?|部门预算(?:经济|支出经济)|预算(?:单位|部门)"
)
_YEAR = re.compile(r"(20\d\d)\s*年?")
_PRIOR = re.compile(r"上年|去年|上一年")
_CARRIED = re.compile(r"结转|结余")
_CHANGE = re.compile(r"增减|增长|变化|增\(减\)|增加|减少|差额")
_RATIO = re.compile(r"[%％]|率|比例|比重|占比|幅度")
_PHASES = (
    (re.compile(r"调整|全年预算|调整后"), Phase.REVISED),
    (re.compile(r"决算|执行(?!率)|实际支出|支出数"), Phase.OUTTURN),
    (re.compile(r"预算"), Phase.APPROVED),
)


@dataclass(frozen=True, slots=True)
class Time:
    """When an amount is of: ``year`` and ``phase`` None where nothing says so; a change or a ratio is told."""

    year: int | None = None
    prior: bool = False
    phase: Phase | None = None
    change: bool = False
    ratio: bool = False

    def then(self, below: Time) -> Time:
        """Return this time as refined by a word below it in the header or beside it in the row."""
        return Time(
            below.year or self.year,
            below.prior or self.prior,
            below.phase or self.phase,
            below.change or self.change,
            below.ratio or self.ratio,
        )

    @property
    def says(self) -> bool:
        """Tell whether any time was named."""
        return self != Time()


NO_TIME = Time()


def time_in(text: str) -> Time:
    """Return the time named in a heading: ``2023年决算数`` → 2023, outturn."""
    words = _BUDGET_NAMES.sub("", squeezed(text))
    year = _YEAR.search(words)
    phase = next((phase for pattern, phase in _PHASES if pattern.search(words)), None)
    return Time(
        year=int(year[1]) if year else None,
        prior=bool(_PRIOR.search(words)) and not _CARRIED.search(words),
        phase=phase,
        change=bool(_CHANGE.search(words)),
        ratio=bool(_RATIO.search(words)),
    )


def default_phase(title: str | None, kind: DisclosureKind | None) -> Phase | None:
    """Return the phase of a table whose columns name none: from its title, else from the sort of document."""
    named = time_in(title or "").phase
    if named is not None:
        return named
    if kind is DisclosureKind.FINAL_ACCOUNTS:
        return Phase.OUTTURN
    return Phase.APPROVED if kind is DisclosureKind.BUDGET else None
