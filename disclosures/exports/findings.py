"""Give findings away: as a workbook with one row each, or drawn on the file itself with a list behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from disclosures.checks.rule import NotChecked
from disclosures.exports.list_pages import BLACK, Colour, Passage, list_pages
from disclosures.exports.sheets import fill_sheet, new_workbook, saved
from disclosures.reading.annotating import Numbered, annotated
from disclosures.sources.findings import ShownFinding
from disclosures.sources.rules import rule_title
from disclosures.vocabulary import Severity

# Heading → width in characters and what a finding says under it.
Columns = Mapping[str, tuple[int, Callable[[ShownFinding], object]]]

COLUMNS: Columns = {
    "序号": (6, lambda one: one.number),
    "程度": (8, lambda one: str(one.severity.label)),
    "规则": (30, lambda one: one.title),
    "规则代码": (24, lambda one: one.code),
    "说明": (64, lambda one: one.message),
    "算式": (48, lambda one: one.formula),
    "应为": (18, lambda one: one.expected),
    "实为": (18, lambda one: one.actual),
    "相差": (18, lambda one: one.difference),
    "容差": (14, lambda one: one.tolerance),
    "页码": (10, lambda one: "、".join(map(str, one.pages))),
    "报表": (28, lambda one: one.table),
    "出处": (56, lambda one: "；".join(places_in_words(one))),
}
_FILED: Columns = {
    "单位": (28, lambda one: str(one.stored.revision.disclosure.unit) if one.stored else ""),
    "年度": (8, lambda one: one.stored.revision.disclosure.fiscal_year_id if one.stored else ""),
    "类别": (10, lambda one: one.stored.revision.disclosure.get_kind_display() if one.stored else ""),
}
_ANSWERED: Columns = {
    "处理": (10, lambda one: one.mark.get_answer_display() if one.mark else "未处理"),
    "处理说明": (40, lambda one: one.mark.note if one.mark else ""),
}
BOARD_COLUMNS: Columns = {**_FILED, **COLUMNS, **_ANSWERED}

# Colours as on the pages of the site: of boxes in 0…255, of letters in 0…1.
BOX_COLOURS = {Severity.ERROR: (168, 35, 28), Severity.WARNING: (176, 116, 0), Severity.HINT: (53, 89, 125)}
_SOFT: Colour = (0.3, 0.36, 0.41)


def findings_workbook(
    findings: Sequence[ShownFinding], unchecked: Iterable[NotChecked] = (), columns: Columns = COLUMNS
) -> bytes:
    """Return findings as a workbook, one row each; a second sheet says which rules were not checked, and why."""
    book, sheet = new_workbook()
    fill_sheet(sheet, "检查结果", columns, [[value(one) for _width, value in columns.values()] for one in findings])
    missing = [[rule_title(one.code), one.code, one.reason] for one in unchecked]
    if missing:
        headings = {"规则": (36, str), "规则代码": (28, str), "没有检查的原因": (64, str)}
        fill_sheet(book.create_sheet("未检查"), "未检查", headings, missing)
    return saved(book)


def annotated_pdf(
    content: bytes, title: str, findings: Sequence[ShownFinding], unchecked: Iterable[NotChecked]
) -> bytes:
    """Return a PDF with a numbered box round all that the findings are about, and a list of them at the end."""
    listed = list_pages(_passages(title, findings, list(unchecked)))
    return annotated(content, _boxes(findings), listed)


def places_in_words(one: ShownFinding) -> Iterator[str]:
    """Yield what is printed where, in words."""
    for place in one.places:
        page = f"（第{place.page}页）" if place.page else ""
        printed = f" {place.printed}" if place.printed not in ("", place.label) else ""
        yield f"{place.label}{printed}{page}"


def _boxes(findings: Sequence[ShownFinding]) -> Iterator[Numbered]:
    """Yield a box for each place, with the numbers of all findings about it; of a hint only the first place."""
    found: dict[tuple[int, object], tuple[Numbered, list[str]]] = {}
    for one in findings:
        for place in one.places[:1] if one.severity == Severity.HINT else one.places:
            if place.page is not None and place.box is not None:
                first = Numbered(place.page, place.box, "", BOX_COLOURS[one.severity])
                numbers = found.setdefault((place.page, place.box), (first, []))[1]
                if str(one.number) not in numbers:
                    numbers.append(str(one.number))
    for first, numbers in found.values():
        yield Numbered(first.page, first.box, ",".join(numbers), first.colour)


def _passages(title: str, findings: Sequence[ShownFinding], unchecked: list[NotChecked]) -> Iterator[Passage]:
    yield Passage(title, size=16)
    counts = [(each.label, sum(one.severity == each for one in findings)) for each in Severity]
    yield Passage(
        "，".join(f"{label}{count}条" for label, count in counts) + "。编号与各页方框上的数字一致。", colour=_SOFT
    )
    for one in findings:
        red, green, blue = (part / 255 for part in BOX_COLOURS[one.severity])
        pages = f"　第{'、'.join(map(str, one.pages))}页" if one.pages else ""
        heading = f"{one.number}. {one.severity.label}　{one.title}{pages}"
        yield Passage(heading, colour=(red, green, blue), above=9)
        yield Passage(one.message, colour=BLACK, indent=16)
        if one.formula:
            tolerance = f"　容差{one.tolerance}" if one.tolerance else ""
            yield Passage(f"算式：{one.formula}{tolerance}", size=9, colour=_SOFT, indent=16)
    if unchecked:
        yield Passage("没有检查的规则", size=13, above=18)
    for missing in unchecked:
        yield Passage(f"{rule_title(missing.code)}：{missing.reason}", size=9, colour=_SOFT, indent=16)
