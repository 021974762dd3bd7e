"""Put a sample together: cover, contents, chapters of text and tables, in its family's order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from samples import forms, prose, prose_accounts
from samples.families import FAMILIES, PORTRAIT_COLUMNS, Family
from samples.grids import grid
from samples.ledger import Ledger
from samples.prose import Chapter, who
from samples.sheets import Sample, Sheet

Told = Callable[[Sample, Ledger], Chapter]
BUDGET: dict[str, Told] = {
    "duties": lambda sample, ledger: prose.duties(sample),
    "structure": prose.structure,
    "glossary": lambda sample, ledger: prose.glossary(sample),
    "budget": prose.budget,
    "items": prose.items,
    "projects": forms.project_list,
    "other": prose.other_matters,
}
ACCOUNTS: dict[str, Told] = {
    **BUDGET,
    "totals": prose_accounts.totals,
    "items": prose_accounts.items,
    "three_public": prose_accounts.three_public,
    "other": prose_accounts.other_matters,
}
TITLES = {"budget": "预算", "final_accounts": "决算", "performance_target": "项目支出绩效目标"}
FUNDS = {"government_funds": "政府性基金预算拨款", "state_capital": "国有资本经营预算拨款"}
# A table with fewer rows is kept on one page where tables follow one another.
SHORT = 18


def document(sample: Sample) -> tuple[str, Ledger]:
    """Return a sample as one HTML page, and the ledger of what its text has said."""
    family, ledger = FAMILIES[sample.family], Ledger(sample)
    told = ACCOUNTS if sample.identity["kind"] == "final_accounts" else BUDGET
    chapters = {part: told[part](sample, ledger) for part in family.parts if part in told}
    body = [cover(sample), contents(sample, family, chapters)] if chapters else []
    for part in family.parts:
        body += part_of(part, sample, family, chapters)
    style = 'class="landscape"' if family.landscape else ""
    top = f'<!doctype html><html lang="zh-CN"><title>{escape(sample.name)}</title>'
    return f"{top}<body {style}>{''.join(body)}</body></html>", ledger


def part_of(part: str, sample: Sample, family: Family, chapters: dict[str, Chapter]) -> Iterator[str]:
    """Yield the HTML of one part."""
    if part == "tables":
        tables = [sheet for sheet in sample.sheets if not annexed(sheet)]
        yield from (table(sheet, sample, family, first=index == 0) for index, sheet in enumerate(tables))
    elif part == "forms":
        annexes = [sheet for sheet in sample.sheets if annexed(sheet)]
        yield from (annex(sheet, sample, family) for sheet in annexes)
    elif chapters[part].paragraphs:
        yield text(chapters[part])


def annexed(sheet: Sheet) -> bool:
    """Tell whether a sheet stands with the performance forms at the end."""
    return bool(sheet.form) or sheet.kind == "review_base_data"


def annex(sheet: Sheet, sample: Sample, family: Family) -> str:
    return forms.section(sheet, sample, family) if sheet.form else table(sheet, sample, family, first=True)


def heading(sample: Sample) -> str:
    year, kind = sample.identity["fiscal_year"], sample.identity["kind"]
    period = f"{year}年度" if kind == "final_accounts" else f"{year}年"
    return f"{period}{who(sample)}{TITLES[kind]}"


def cover(sample: Sample) -> str:
    unit = escape(sample.identity["unit"])
    demo = "演示样本：按已公开的数字制作，不是该单位发布的原件"
    title = f"<h1>{unit}<br>{heading(sample)}</h1>"
    return f"<div class=cover>{title}<div class=who>编制{who(sample)}：{unit}</div><div class=demo>{demo}</div></div>"


def contents(sample: Sample, family: Family, chapters: dict[str, Chapter]) -> str:
    """Return the contents page: chapters numbered, tables under theirs."""
    lines, number = [], 0
    for part in family.parts:
        sheets = [sheet for sheet in sample.sheets if annexed(sheet) == (part == "forms")]
        if part in ("tables", "forms"):
            titles = [sheet.title for sheet in sheets if sheet.title]
            title = f"{who(sample)}{TITLES[sample.identity['kind']]}表" if part == "tables" else "绩效表"
        else:
            titles, title = [], chapters[part].title if chapters[part].paragraphs else ""
        if title and (titles or part not in ("tables", "forms")):
            number += 1
            lines.append(f"<p>{'一二三四五六七八九十'[number - 1]}、{escape(title)}</p>")
            lines += [f"<p class=inner>{index}.{escape(name)}</p>" for index, name in enumerate(titles, 1)]
    return f'<section class="text contents"><h2>目　录</h2>{"".join(lines)}</section>'


def text(chapter: Chapter) -> str:
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in chapter.paragraphs)
    return f"<section class=text><h2>{escape(chapter.title)}</h2>{paragraphs}</section>"


def table(sheet: Sheet, sample: Sample, family: Family, first: bool) -> str:
    """Return a sheet under its title, with the note that explains an empty one."""
    columns = sum(len(block.columns) for block in sheet.blocks)
    classes = ["once"] if family.continued == "bare" else []
    classes += ["wide"] if columns > PORTRAIT_COLUMNS else []
    classes += ["dense"] if columns > PORTRAIT_COLUMNS + 3 else []
    classes += ["flow"] if family.stacked and not first and columns <= PORTRAIT_COLUMNS + 1 else []
    classes += ["short"] if max(len(block.rows) for block in sheet.blocks) < SHORT else []
    if family.continued == "titled":
        inner = grid(sheet, above=titled_rows(sheet, sample, family, columns))
    else:
        inner = "".join(title_lines(sheet, sample, family)) + grid(sheet)
    return f'<section class="{" ".join(classes)}">{inner}{note(sheet, sample, family)}</section>'


def title_lines(sheet: Sheet, sample: Sample, family: Family) -> Iterator[str]:
    """Yield title, printed number and the line with the unit of money, as the family orders them."""
    title, label = escape(sheet.title), sheet.label
    if label and family.label == "prefix":
        title = f"{label}：{title}" if "表" in label else f"{label}、{title}"
    if label and family.label == "before":
        yield f"<div class=label>{label}</div>"
    yield f"<div class=title>{title}</div>"
    if label and family.label == "right":
        yield f'<div class="label right">{label}</div>'
    owner = family.owner.format(who=who(sample)) + sample.identity["unit"]
    yield f"<div class=unit><span>{escape(owner)}</span><span>单位：{sheet.money_unit}</span></div>"


def titled_rows(sheet: Sheet, sample: Sample, family: Family, columns: int) -> str:
    """Return the title lines as unruled rows of the header, so that they repeat on every page."""
    lines = title_lines(sheet, sample, family)
    return "".join(f"<tr><th class=bare colspan={columns}>{line}</th></tr>" for line in lines)


def note(sheet: Sheet, sample: Sample, family: Family) -> str:
    if not sheet.declared_empty:
        return ""
    words = {"who": f"本{who(sample)}", "year": sample.identity["fiscal_year"], "fund": FUNDS.get(sheet.kind, "")}
    return f"<p class=note>{family.empty_note.format(**words)}</p>"
