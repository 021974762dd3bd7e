"""Say what the parser must read from a sample, in the form of `manage.py parse`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from samples.pages import document
from samples.sheets import TEN_THOUSAND, Sample, Says, Sheet, facts

# The order of the amounts in a self-evaluation's row of total funds.
FUNDS = ("approved", "revised", "executed")


def expected(sample: Sample) -> dict[str, Any]:
    """Return a sample's facts, projects, indicators and the figures of its text."""
    _, ledger = document(sample)
    figures = [{"topic": topic, "value": str(value), "unit": unit} for topic, value, unit in ledger.said]
    return {**of_tables(sample), "figures": figures}


def of_tables(sample: Sample) -> dict[str, Any]:
    """Return what a sample states, its text apart."""
    sheets = list(enumerate(sample.sheets))
    return {
        "disclosure": sample.identity,
        "tables": [{"index": index, **table(sheet)} for index, sheet in sheets],
        "facts": [{"table": index, **plain(fact)} for index, sheet in sheets for fact in facts(sheet)],
        "projects": [project for _, sheet in sheets for project in projects(sheet)] + prose_projects(sample),
        "indicators": [{"table": index, **one} for index, sheet in sheets for one in sheet.form.get("indicators", ())],
    }


def table(sheet: Sheet) -> Says:
    names = ("kind", "title", "label", "money_unit", "declared_empty")
    return {name: getattr(sheet, name) for name in names}


def plain(fact: Says) -> Says:
    return {**fact, "amount": str(fact["amount"])}


def yuan(tens: str) -> str:
    return str(Decimal(tens) * TEN_THOUSAND)


def projects(sheet: Sheet) -> list[Says]:
    """Return the projects that a performance form states."""
    form = sheet.form
    if form.get("style") == "review":
        _, *amounts, _, rate, _ = form["funds"][0]
        funds = {name: yuan(amount) for name, amount in zip(FUNDS, amounts, strict=True)}
        return [{"name": form["project"], **funds, "execution_rate": rate.rstrip("%"), "score": form["score"]}]
    if form.get("style") == "project":
        amounts = {name: form[name].replace(",", "") for name in ("total", "approved")}
        return [{"name": form["project"], **amounts}]
    named = [*form.get("tasks", ()), *form.get("projects", ())]
    return [{"name": entry["name"], "total": yuan(entry["total"])} for entry in named]


def prose_projects(sample: Sample) -> list[Says]:
    return [{"name": entry["name"], "total": yuan(entry["total"])} for entry in sample.projects]
