"""The catalogue shows every rule that runs, from its own definition."""

import pytest
from django.test import Client
from django.utils.html import escape

from disclosures.checks.registry import CATALOGUE
from disclosures.sources.rules import FAMILIES, families, family_of

pytestmark = pytest.mark.django_db


def test_every_rule_says_its_formula_tolerance_reason_and_example(reader: Client) -> None:
    page = reader.get("/checks/").content.decode()
    missing = [
        (rule.code, words)
        for rule in CATALOGUE
        for words in (rule.title, rule.formula, rule.tolerance, rule.matters, rule.example, f'id="{rule.code}"')
        if words not in page and escape(words) not in page
    ]
    assert missing == []


def test_no_rule_is_lost_between_the_families() -> None:
    assert sorted(rule.code for family in families() for rule in family.rules) == sorted(
        rule.code for rule in CATALOGUE
    )


def test_every_family_has_a_name_of_its_own() -> None:
    assert {family_of(rule.code) for rule in CATALOGUE} - set(FAMILIES) == set()
