"""Tell stock counts in prose, vehicles and staff, from counts of other things."""

from __future__ import annotations

import re

_STOCK = re.compile(r"共有|保有|现有|实有|拥有|^本(?:部门|单位|级)(?:公务用车|车辆|机动车)$")
_MOVES = re.compile(r"新增|增加|减少|购置|更新|报废|处置|配备|配置|调入|调出|招|辞")
_STAFF: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("staff_retired", re.compile(r"离休|退休|离退")),
    ("staff_actual", re.compile(r"在编|在职|实有人")),
    ("staff_established", re.compile(r"编制")),
)


def counted_topic(words: str, unit: str) -> str | None:
    """Return the topic of a number of vehicles or persons with the words before it."""
    if unit == "辆":
        return "vehicle_count" if "车" in words and _STOCK.search(words) and not _MOVES.search(words) else None
    if unit not in ("人", "名") or _MOVES.search(words):
        return None
    return next((topic for topic, pattern in _STAFF if pattern.search(words)), None)
