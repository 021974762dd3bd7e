"""Say what a shared comparison is called: as its owner named it, else by the sentence of what its reader sees."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.utils.translation import override

from disclosures.comparison.ordering import order_in_words
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Order
from disclosures.comparison.sentence import sentence_of
from disclosures.comparison.shared import selection_of
from disclosures.models import SharedComparison
from disclosures.models.sharing import LONGEST_TITLE


def title_of_itself(result: Comparison) -> str:
    """Return the title that a link gets without its owner's words; the order is the reader's to choose."""
    return _kept(_without_order(result))


def title_of(link: SharedComparison, result: Comparison) -> str:
    """Return what a link is called where a result is shown of it."""
    return sentence_of(result) if _named_itself(link, result) else link.title


def _named_itself(link: SharedComparison, result: Comparison) -> bool:
    """Tell whether a link's title is its own sentence, in the language of whoever made it.

    Older links say their order in it as well.
    """
    own = replace(result, selection=selection_of(link))
    return any(_is_sentence(link.title, own, language) for language, _name in settings.LANGUAGES)


def _is_sentence(title: str, own: Comparison, language: str) -> bool:
    with override(language):
        said = _without_order(own)
        return title in (_kept(said), _kept(f"{said} {order_in_words(own)}"))


def _without_order(result: Comparison) -> str:
    return sentence_of(replace(result, selection=result.selection.changed(order=Order.LISTED, sorted_by=None)))


def _kept(title: str) -> str:
    """Return as much of a title as a link keeps."""
    return title[:LONGEST_TITLE].strip()
