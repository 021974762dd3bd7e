"""continuity.approved: 决算所列年初预算等于公开的预算."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.checks.judging import ROUNDING
from tests.checks.literal import (
    ACCOUNTS,
    PUBLIC,
    Item,
    document,
    fact,
    of_pair,
    table,
)

RULE = "continuity.approved"


def given(stated: str) -> tuple[Document, Document]:
    budget = document(fact("6.60", item=Item.THREE_PUBLIC), tables=[table(PUBLIC)])
    return budget, document(fact(stated, item=Item.THREE_PUBLIC), tables=[table(PUBLIC)], identity=ACCOUNTS)


def test_it_holds() -> None:
    assert of_pair(RULE, *given("6.60")).findings == ()


def test_it_is_broken() -> None:
    assert [one.code for one in of_pair(RULE, *given("5.60")).findings] == [RULE]


def test_rounding_is_a_hint() -> None:
    assert [one.code for one in of_pair(RULE, *given("6.61")).findings] == [ROUNDING]


def test_it_says_when_it_is_not_checked() -> None:
    result = of_pair(RULE, document(), given("5.60")[1])
    assert result.findings == ()
    assert result.unchecked
