"""Write the pinyin initials of a name, by which people find it without an input method: 普陀区司法局 → ptqsfj."""

from __future__ import annotations

import re

# People leave these out: 上海市财政局 is shczj to most.
_ENDS_OF_PLACES = re.compile(r"(?<=[\u4e00-\u9fff]{2})[省市区县州旗](?=[\u4e00-\u9fff]{2})")
_LETTERS = re.compile(r"[A-Za-z]+")
_LONGEST = 400


def initials_of(name: str) -> str:
    """Return the initials of a whole name and, after a space, of the name without the ends of its places."""
    forms = dict.fromkeys(_initials(form) for form in (name, _ENDS_OF_PLACES.sub("", name)))
    return " ".join(forms)[:_LONGEST]


def are_initials(words: str) -> bool:
    """Tell whether what somebody types may be initials."""
    return _LETTERS.fullmatch(words) is not None


def _initials(name: str) -> str:
    # Its dictionaries take 60 MB and a second, and are only needed where a unit is named.
    from pypinyin import Style, lazy_pinyin

    letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return "".join(letter for letter in letters.lower() if letter.isascii() and letter.isalnum())
