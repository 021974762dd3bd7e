"""The glossary names every word of the vocabulary as the code and the pages do."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db.models import TextChoices

from disclosures.vocabulary import (
    Direction,
    DisclosureKind,
    Fund,
    Item,
    Nature,
    Phase,
    Scope,
    TableKind,
    Verdict,
)

GLOSSARY = (Path(__file__).parent.parent / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [DisclosureKind, Scope, TableKind, Direction, Phase, Fund, Nature, Item, Verdict])
def test_every_word_is_in_the_glossary(words: type[TextChoices]) -> None:
    """A value with its label is one line of the glossary."""
    missing = [word.value for word in words if f"| `{word.value}` | {word.label} |" not in GLOSSARY]
    assert not missing
