"""Turn what rules yield into findings: each breach, one hint about rounding a table, and what went unchecked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosures.checks.catalogue_continuity import PairRule
from disclosures.checks.continuity import Pair
from disclosures.checks.document import Document
from disclosures.checks.printed import Printed, shown
from disclosures.checks.rule import Breach, Checked, Comparison, NotChecked, Outcome, Rule, Unread
from disclosures.evidence import Box, Finding, Place
from disclosures.vocabulary import Severity

ROUNDING = "arithmetic.rounding"
_MOST_EXAMPLES = 3


def judged(rules: Iterable[Rule], document: Document) -> Checked:
    """Run rules on a document."""
    return _judged(((rule, rule.truth(document)) for rule in rules), document)


def judged_pair(rules: Iterable[PairRule], pair: Pair) -> Checked:
    """Run the rules about two files; what they find is about the later one."""
    return _judged(((rule, rule.truth(pair)) for rule in rules), pair.later)


def _judged(told: Iterable[tuple[Rule | PairRule, Iterator[Outcome]]], document: Document) -> Checked:
    findings: list[Finding] = []
    unchecked: list[NotChecked] = []
    tails: dict[tuple[int | None, bool], list[Comparison]] = {}
    for rule, outcomes in told:
        read = list(outcomes)
        unread = [NotChecked(rule.code, one.reason) for one in read if isinstance(one, Unread)]
        unchecked += unread if unread or read else [NotChecked(rule.code, f"没有读到{rule.needs}")]
        for outcome in read:
            if isinstance(outcome, Breach):
                findings.append(_broken(rule, outcome))
            elif isinstance(outcome, Comparison) and outcome.difference:
                if abs(outcome.difference) <= outcome.tolerance:
                    tails.setdefault((outcome.actual.table, outcome.actual.unit == "%"), []).append(outcome)
                else:
                    findings.append(_wrong(rule, outcome))
    hints = (_tail(found, document) for found in tails.values())
    return Checked((*findings, *hints), tuple(unchecked))


def _wrong(rule: Rule | PairRule, compared: Comparison) -> Finding:
    actual = compared.actual
    gap = _gap(compared)
    found = f"现为{actual.shown}，应为{shown(compared.expected, actual.unit)}，相差{gap}"
    all_printed = (actual, *compared.parts)
    return Finding(
        code=rule.code,
        severity=compared.severity or rule.severity,
        message=f"{actual.where}：{compared.words}，{found}，请核对。",
        pages=_pages(one.page for one in all_printed),
        expected=compared.expected,
        actual=actual.value,
        difference=compared.difference,
        table=actual.table,
        boxes=_boxes(one.place for one in all_printed),
        formula=compared.formula,
        tolerance=compared.tolerance,
        places=tuple(one.place for one in all_printed),
    )


def _gap(compared: Comparison) -> str:
    """Return a difference in words; percentages differ by points."""
    gap = shown(abs(compared.difference), compared.actual.unit)
    return f"{gap[:-1]}个百分点" if compared.actual.unit == "%" else gap


def _broken(rule: Rule | PairRule, breach: Breach) -> Finding:
    return Finding(
        code=rule.code,
        severity=breach.severity or rule.severity,
        message=breach.message,
        pages=_pages(place.page for place in breach.places),
        table=breach.table,
        boxes=_boxes(breach.places),
        formula=breach.formula,
        places=breach.places,
    )


def _tail(found: list[Comparison], document: Document) -> Finding:
    """Return the one hint about all that differs within the printed precision in a table, or in the prose."""
    first = found[0].actual
    most = max(found, key=lambda compared: abs(compared.difference))
    examples = "；".join(compared.words for compared in found[:_MOST_EXAMPLES])
    more = "等" if len(found) > _MOST_EXAMPLES else ""
    gap = _gap(most)
    table = document.by_index.get(first.table) if first.table is not None else None
    where = document.title(table) if table else "文字说明"
    printed: list[Printed] = [one for compared in found for one in (compared.actual, *compared.parts)]
    places = tuple(dict.fromkeys(one.place for one in printed))
    return Finding(
        code=ROUNDING,
        severity=Severity.HINT,
        message=f"{where}：有{len(found)}处相差在尾数之内，最大{gap}（{examples}{more}），一般无需修改。",
        pages=_pages(place.page for place in places),
        difference=most.difference,
        table=first.table,
        boxes=_boxes(places),
        formula="；".join(compared.formula for compared in found),
        tolerance=most.tolerance,
        places=places,
    )


def _pages(pages: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(sorted({page for page in pages if page is not None}))


def _boxes(places: Iterable[Place]) -> tuple[tuple[int, Box], ...]:
    return tuple(_boxed(places))


def _boxed(places: Iterable[Place]) -> Iterator[tuple[int, Box]]:
    for place in dict.fromkeys(places):
        if place.page is not None and place.box is not None:
            yield place.page, place.box
