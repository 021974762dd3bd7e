"""Split prose into sentences and these into phrases, each ended by an amount, a comma or a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_WIDTHS = str.maketrans("（），：％０１２３４５６７８９．“”‘’", "(),:%0123456789.\"\"''")
_SENTENCE = re.compile(r"[^。；;！!？?]*[。；;！!？?]?")

# 单价50万元以上 is a threshold and no amount of its own.
_THRESHOLD = r"(?!(?:\(含\))?(?:及|或)?(?:以上|以下|以内))"
_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_UNIT = r"亿元|万元|元(?![月旦])|%|辆|人次|人|名"
AMOUNT = re.compile(rf"(?<![\d.])(?P<number>{_NUMBER})(?P<unit>{_UNIT}){_THRESHOLD}")
# 各减少12.5、30.1万元: several amounts under the same words, which do not say which is whose.
_SEPARATOR = r"[,、和及]"
_LISTED_AFTER = re.compile(rf"\d(?P<unit>{_UNIT})?{_SEPARATOR}$")
_LISTED_BEFORE = re.compile(rf"{_SEPARATOR}{_NUMBER}(?P<unit>{_UNIT})")
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_OPEN, _CLOSE = "\x01", "\x02"
_PIECE = re.compile(rf"{AMOUNT.pattern}|(?P<stop>[,:{_OPEN}{_CLOSE}])")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit as printed, and where it stands in its paragraph."""

    number: Decimal
    unit: str
    offset: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words up to an amount or a comma; ``depth`` counts the brackets with amounts that it stands in.

    ``after`` is what follows the amount up to the next phrase. A ``listed`` amount shares its words with others.
    """

    words: str
    amount: Amount | None
    depth: int
    after: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as printed, up to its 。 or ；, and the offset of its first character in the paragraph."""

    text: str
    offset: int

    def phrases(self) -> Iterator[Phrase]:
        """Yield its phrases in order, with widths unified."""
        plain = _structured(narrow(self.text))
        start = depth = 0
        for piece in _PIECE.finditer(plain):
            if piece["stop"]:
                if piece.start() > start:
                    yield Phrase(plain[start : piece.start()], None, depth, "")
                depth += {_OPEN: 1, _CLOSE: -1}.get(piece["stop"], 0)
            else:
                number = Decimal(piece["number"].replace(",", ""))
                amount = Amount(number, piece["unit"], self.offset + piece.start(), self.offset + piece.end())
                words = plain[start : piece.start()].removeprefix("、")
                after = plain[piece.end() : piece.end() + 2]
                yield Phrase(words, amount, depth, after, _is_listed(plain, piece))
            start = piece.end()
        if start < len(plain):
            yield Phrase(plain[start:], None, depth, "")


def _is_listed(text: str, amount: re.Match[str]) -> bool:
    """Tell whether an amount stands beside another of its unit with nothing but a separator between them."""
    earlier = _LISTED_AFTER.search(text, 0, amount.start())
    later = _LISTED_BEFORE.match(text, amount.end())
    return (earlier is not None and earlier["unit"] in (None, amount["unit"])) or (
        later is not None and later["unit"] == amount["unit"]
    )


def narrow(text: str) -> str:
    """Return text with brackets, commas, digits and quotes in their narrow form, character for character."""
    return text.translate(_WIDTHS)


def _structured(text: str) -> str:
    """Return text with the brackets that hold an amount marked; others are part of the words: 因公出国（境）费."""

    def marked(found: re.Match[str]) -> str:
        inner = found.group()
        return f"{_OPEN}{_structured(inner[1:-1])}{_CLOSE}" if AMOUNT.search(inner) else inner

    return _BRACKETS.sub(marked, text)


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph without spaces."""
    for found in _SENTENCE.finditer(text):
        if found.group():
            yield Sentence(found.group(), found.start())
