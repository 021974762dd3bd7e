"""Set right what the weights prove: labels printed a row early or late, and rows printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from disclosures.evidence import Box, Finding
from disclosures.extraction.performance.indicator_columns import Role
from disclosures.extraction.performance.indicator_rows import Draft
from disclosures.extraction.performance.targets import is_quantity, only_number
from disclosures.vocabulary import Severity

# A merged label slips by a row or two over a page break, not by more.
_FURTHEST_SLIP = 2
_FULL_WEIGHT = Decimal(100)
# So much of a row tells which one it is.
_SHOWN = 30


def settle_groups(drafts: list[Draft]) -> tuple[list[Draft], list[Finding]]:
    """Move the borders of first-level groups to where the points of their captions say they are."""
    settled: list[Draft] = []
    findings: list[Finding] = []
    for _, rows in groupby(drafts, key=lambda draft: draft.project):
        form = list(rows)
        moved = _by_captions(form)
        findings += [_moved_finding(new) for old, new in zip(form, moved, strict=True) if new != old]
        settled += moved
    return settled, findings


def _by_captions(drafts: list[Draft]) -> list[Draft]:
    groups = _runs(drafts)
    captions = [group[0].caption for group in groups]
    if len(groups) < 2 or None in captions or any(draft.weight is None for draft in drafts):
        return drafts
    borders = _borders(drafts, [caption for caption in captions if caption is not None])
    printed = _printed_borders(groups)
    if borders is None or any(abs(a - b) > _FURTHEST_SLIP for a, b in zip(borders, printed, strict=True)):
        return drafts
    return [_placed(drafts, index, borders, printed, groups) for index in range(len(drafts))]


def _runs(drafts: list[Draft]) -> list[list[Draft]]:
    return [list(run) for _, run in groupby(drafts, key=lambda draft: draft.level1)]


def _printed_borders(groups: Sequence[list[Draft]]) -> list[int]:
    ends, end = [], 0
    for group in groups:
        end += len(group)
        ends.append(end)
    return ends


def _borders(drafts: list[Draft], captions: list[Decimal]) -> list[int] | None:
    """Return after how many rows each group's points are reached, None where they are not reached exactly."""
    sums, total = [], Decimal(0)
    for draft in drafts:
        total += draft.weight or Decimal(0)
        sums.append(total)
    wanted, ends = Decimal(0), []
    for caption in captions:
        wanted += caption
        if wanted not in sums:
            return None
        ends.append(sums.index(wanted) + 1)
    return ends if ends[-1] == len(drafts) else None


def _placed(
    drafts: list[Draft], index: int, borders: list[int], printed: list[int], groups: list[list[Draft]]
) -> Draft:
    """Return the draft under the group that its place among the borders gives it."""
    draft = drafts[index]
    here = next(number for number, end in enumerate(borders) if index < end)
    there = next(number for number, end in enumerate(printed) if index < end)
    if here == there:
        return draft
    neighbour = groups[here][-1] if here < there else groups[here][0]
    level2 = draft.level2 if draft.names_level2 else neighbour.level2
    return replace(draft, level1=neighbour.level1, level2=level2, caption=neighbour.caption)


def _moved_finding(draft: Draft) -> Finding:
    return Finding(
        "repaired.level",
        Severity.HINT,
        f"指标“{draft.row.text(Role.LEVEL3) or ''}”按分值合计归入“{draft.level1}”，与表中一级指标的印刷位置不同。",
        _pages(draft),
    )


def drop_repeated(drafts: list[Draft]) -> tuple[list[Draft], list[Finding]]:
    """Drop a row that only repeats the first row of the project after it and lifts its own project above 100."""
    kept: list[Draft] = []
    findings: list[Finding] = []
    for draft, following in zip(drafts, [*drafts[1:], None], strict=False):  # no rows have no last one
        if following is not None and _repeats(draft, following, drafts):
            findings.append(
                Finding(
                    "repaired.repeated_row",
                    Severity.WARNING,
                    "绩效指标重复列示一行，已按下一项目计一次。",
                    _pages(draft),
                )
            )
        else:
            kept.append(draft)
    return kept, findings


def _repeats(draft: Draft, following: Draft, drafts: list[Draft]) -> bool:
    if draft.project == following.project or draft.values != following.values or draft.weight != following.weight:
        return False
    own = [other.weight for other in drafts if other.project == draft.project]
    return None not in own and sum(weight or 0 for weight in own) - (draft.weight or 0) == _FULL_WEIGHT


def exchanged(draft: Draft) -> bool:
    """Tell whether a wordy 指标值 stands beside a 指标值内容 that is nothing but a quantity."""
    target, content = draft.row.text(Role.TARGET), draft.row.text(Role.EXPLANATION)
    return bool(target and content) and _digitless(target) and is_quantity(content or "")


def _digitless(text: str | None) -> bool:
    return only_number(text) is None and not any(character.isdigit() for character in text or "")


def exchanged_rows(drafts: list[Draft]) -> Iterator[Finding]:
    """Report the rows whose 指标值 and 指标值内容 were read the other way round."""
    for draft in drafts:
        if exchanged(draft):
            message = f"指标“{draft.row.text(Role.LEVEL3) or ''}”的指标值与指标值内容疑似填反，已对调读取。"
            yield Finding("repaired.exchanged", Severity.WARNING, message, _pages(draft), boxes=_boxes(draft))


def unsure_rows(drafts: list[Draft], third_level: bool) -> Iterator[Finding]:
    """Report the rows whose cells could not be told apart, and those that lost their name or a cell."""
    for draft in drafts:
        reason = _doubt(draft, third_level)
        if reason:
            message = f"绩效指标一行读取存疑：{reason}。"
            yield Finding("unread.indicator", Severity.WARNING, message, _pages(draft), boxes=_boxes(draft))


def _doubt(draft: Draft, third_level: bool) -> str | None:
    if draft.row.dropped:
        return f"“{draft.row.dropped[0].text[:20]}”不属于任何一栏"
    if not draft.row.certain:
        return f"“{draft.row.cells[0][1].text[:20]}”所在行的栏次无法确定"
    if third_level and draft.row.text(Role.LEVEL3) is None:
        return f"三级指标名称缺失，该行印有“{'、'.join(draft.row.printed.texts)[:_SHOWN]}”"
    return None


def _pages(draft: Draft) -> tuple[int, ...]:
    page = draft.row.printed.page
    return () if page is None else (page,)


def _boxes(draft: Draft) -> tuple[tuple[int, Box], ...]:
    page, box = draft.row.printed.page, draft.row.printed.box
    return () if page is None or box is None else ((page, box),)
