"""Read the drawing instructions of a PDF page, as pdfminer does but in a third of the time.

Nine tenths of what a page is drawn with are numbers, names, plain texts, arrays and operators: one expression finds
these. Where it meets anything else (an inline picture, brackets within a text, a mistake), pdfminer reads on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, LIT, PSKeyword, literal_name

# An operator with the operands that stand before it.
Instruction = tuple[PSKeyword, list[Any]]

_ENDS = rb"#/%\[\]()<>{}\s"
_TOKEN = re.compile(
    rb"[-+]?(?:\d++\.?\d*+|\.\d++)"
    rb"|[A-Za-z][^%(ends)b]*+"
    rb"|/(?:[^%(ends)b]++|\#[0-9A-Fa-f]{0,2})*+"
    rb"|\((?:[^()\\]++|\\.)*+\)"
    rb"|<[0-9A-Fa-f\s]*+>"
    rb"|<<|>>"
    rb"|%%[^\r\n]*+"
    rb"|[^\s\x00]" % {b"ends": _ENDS},
    re.DOTALL,
)
_NUMBER_STARTS = b"+-.0123456789"
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPES = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b"\n": b"", b"\r": b"", b"\r\n": b""}
_HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{0,2})")
_SPACES = re.compile(rb"\s+")

# What a token can be beside a value: nothing, a bracket, or more than the expression understands.
_NOTHING = object()
_BRACKET = object()
_MORE = object()
_BRACKETS = frozenset((b"[", b"]", b"<<", b">>"))
# BI opens an inline picture, ID its data.
_BEYOND = frozenset((b"(", b")", b"<", b">", b"{", b"}", b"BI", b"ID"))


def instructions(data: bytes) -> Iterator[Instruction]:
    """Yield the instructions of a content stream in order."""
    known: dict[bytes, Any] = {}
    operands: list[Any] = []
    open_brackets: list[list[Any]] = []
    began = 0  # where the outermost open bracket, or the token at hand, stands
    for found in _TOKEN.finditer(data):
        token = found[0]
        value = known.get(token)
        if value is None:
            value = known[token] = _value(token)
        if not open_brackets:
            began = found.start()
        if value is _NOTHING:
            continue
        if value is _BRACKET:
            inner = _bracket(token, operands, open_brackets)
            if inner is None:
                break
            operands = inner
        elif value.__class__ is not PSKeyword:
            if value is _MORE:
                break
            operands.append(value)
        elif open_brackets:
            break
        else:
            yield value, operands
            operands = []
    else:
        if not open_brackets:
            return
    yield from _by_pdfminer(data[began:], open_brackets[0] if open_brackets else operands)


def _bracket(token: bytes, operands: list[Any], open_brackets: list[list[Any]]) -> list[Any] | None:
    """Open or close a bracket; return what collects the operands from here on, or None where it fits no other."""
    if token in (b"[", b"<<"):
        open_brackets.append(operands)
        return [] if token == b"[" else _Dictionary()
    is_dictionary = operands.__class__ is _Dictionary
    if not open_brackets or is_dictionary is not (token == b">>") or (is_dictionary and len(operands) % 2):
        return None
    outer = open_brackets.pop()
    names = (literal_name(name) for name in operands[::2])
    outer.append(dict(zip(names, operands[1::2], strict=True)) if is_dictionary else operands)
    return outer


class _Dictionary(list[Any]):
    """The names and values of a dictionary that is still open."""


def _by_pdfminer(data: bytes, operands: list[Any]) -> Iterator[Instruction]:
    """Yield the instructions that pdfminer reads, with the operands that were read before them."""
    parser = PDFContentParser([PDFStream({}, data)])
    while True:
        try:
            _, value = parser.nextobject()
        except PSEOF:
            return
        if isinstance(value, PSKeyword):
            yield value, operands
            operands = []
        else:
            operands.append(value)


def _value(token: bytes) -> Any:
    """Return the number, name, text or operator that a token is."""
    if token[0] in _NUMBER_STARTS:
        return _number(token)
    if token.startswith(b"/"):
        return _name(token[1:])
    if token in _BRACKETS:
        return _BRACKET
    if token in _BEYOND:
        return _MORE
    if token.startswith(b"("):
        return _ESCAPED.sub(_unescaped, token[1:-1])
    if token.startswith(b"<"):
        return _from_hex(_SPACES.sub(b"", token[1:-1]))
    if token.startswith(b"%"):
        return _NOTHING
    return {b"true": True, b"false": False}.get(token, KWD(token))


def _number(token: bytes) -> Any:
    """Return a number; a sign or a point alone is passed over."""
    try:
        return float(token) if b"." in token else int(token)
    except ValueError:
        return _NOTHING


def _name(token: bytes) -> Any:
    """Return a name with its #xx characters."""
    name = _HEX_IN_NAME.sub(lambda found: bytes((int(found[1], 16),)) if found[1] else b"", token)
    try:
        return LIT(name.decode("utf-8"))
    except UnicodeDecodeError:
        return LIT(name)


def _unescaped(found: re.Match[bytes]) -> bytes:
    """Return the character that an escape in a text stands for, itself mostly; a line break stands for none."""
    if found[1]:
        return bytes((int(found[1], 8) & 0xFF,))
    return _ESCAPES.get(found[2], found[2])


def _from_hex(digits: bytes) -> bytes:
    """Return the characters of a text in hexadecimal; pdfminer takes an odd last digit alone."""
    pairs = len(digits) // 2 * 2
    return bytes.fromhex(digits[:pairs].decode()) + (bytes((int(digits[pairs:], 16),)) if digits[pairs:] else b"")
