"""The table of rules: every one is described in full, runs under one code, and has a test file of its own."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from disclosures.checks.catalogue_continuity import PairRule
from disclosures.checks.registry import CATALOGUE, RULES
from disclosures.checks.rule import Rule


def test_codes_are_stable_names_and_stand_once() -> None:
    codes = [rule.code for rule in CATALOGUE]
    assert len(set(codes)) == len(codes)
    assert all(code.count(".") == 1 and code == code.lower() and len(code) <= 60 for code in codes)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_the_catalogue_has_every_word_of_a_rule(rule: Rule | PairRule) -> None:
    words = [getattr(rule, field.name) for field in fields(rule) if field.name not in ("severity", "truth")]
    assert all(isinstance(word, str) and word for word in words)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_test_file(rule: Rule) -> None:
    path = Path(__file__).parent / "rules" / f"test_{rule.code.replace('.', '_')}.py"
    assert f'RULE = "{rule.code}"' in path.read_text("utf-8")
