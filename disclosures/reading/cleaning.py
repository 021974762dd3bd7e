"""Mend the characters of extracted text once: compatibility forms, CJK radicals, odd spaces."""

from __future__ import annotations

import re
import unicodedata

# Fonts of exported PDFs give radicals (门 长 页) in place of the ideographs. NFKC mends U+2F00–2FDF only; these are
# all characters of U+2E80–2EFF that have an EquivalentUnifiedIdeograph in the Unicode Character Database.
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩"
    "⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑"
    "⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王"
    "𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長"
    "镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_MENDED = str.maketrans(_RADICALS, _IDEOGRAPHS)
# Compatibility ideographs and ligatures, whose NFKC form is the very text meant. Full-width digits and signs are
# not among them: amounts are read with their widths, and texts keep the punctuation that they were printed with.
_COMPATIBLE = re.compile("[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphens, zero-width characters, byte order marks, control characters and halves of characters in words.
_INVISIBLE = re.compile(
    r"[\ud800-\udfff\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f]"
)
_CJK = r"\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef\U00020000-\U0003ffff“”‘’"
_BETWEEN_CJK = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_LINE_BREAK = re.compile(r"\s*[\r\n\v\f]+\s*")


def mend(text: str) -> str:
    """Return text with radicals and compatibility ideographs as the characters they stand for."""
    if text.isascii():
        return text
    return _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text.translate(_MENDED))


def clean_line(text: str) -> str:
    """Return a line of prose with single spaces and none between Chinese characters."""
    return _BETWEEN_CJK.sub("", _SPACES.sub(" ", _INVISIBLE.sub("", mend(text)))).strip()


def clean_cell(text: str | None) -> str:
    """Return a cell's text; line breaks inside it vanish between Chinese characters and become a space elsewhere."""
    return clean_line(_LINE_BREAK.sub(" ", text or ""))
