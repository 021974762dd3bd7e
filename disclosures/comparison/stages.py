"""Name the stages of a year's money that can stand side by side: each is a kind of disclosure and a phase in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from disclosures.vocabulary import DisclosureKind, Phase


class Stage(TextChoices):
    """From the budget at the start of the year to what was spent, in the order of the year."""

    BUDGET = "budget", _("预算")
    ACCOUNTS_BUDGET = "accounts-budget", _("决算所列年初预算")
    ACCOUNTS_REVISED = "accounts-revised", _("决算所列调整预算")
    OUTTURN = "outturn", _("决算")


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a stage is printed."""

    kind: DisclosureKind
    phase: Phase


PRINTED: Mapping[Stage, Printed] = {
    Stage.BUDGET: Printed(DisclosureKind.BUDGET, Phase.APPROVED),
    Stage.ACCOUNTS_BUDGET: Printed(DisclosureKind.FINAL_ACCOUNTS, Phase.APPROVED),
    Stage.ACCOUNTS_REVISED: Printed(DisclosureKind.FINAL_ACCOUNTS, Phase.REVISED),
    Stage.OUTTURN: Printed(DisclosureKind.FINAL_ACCOUNTS, Phase.OUTTURN),
}

# The stage that a kind of disclosure is published for; other kinds hold no statements to compare.
OWN_STAGES: Mapping[DisclosureKind, Stage] = {
    DisclosureKind.BUDGET: Stage.BUDGET,
    DisclosureKind.FINAL_ACCOUNTS: Stage.OUTTURN,
}
COMPARABLE_KINDS = tuple(OWN_STAGES)
# Projects and indicators are told in forms published apart, too; the statutory file stands first.
TOLD_IN: Mapping[DisclosureKind, tuple[DisclosureKind, ...]] = {
    DisclosureKind.BUDGET: (DisclosureKind.BUDGET, DisclosureKind.PERFORMANCE_TARGET),
    DisclosureKind.FINAL_ACCOUNTS: (DisclosureKind.FINAL_ACCOUNTS, DisclosureKind.PERFORMANCE_REVIEW),
}
# A budget to measure execution by, the most telling first.
BUDGET_STAGES = (Stage.BUDGET, Stage.ACCOUNTS_BUDGET, Stage.ACCOUNTS_REVISED)
