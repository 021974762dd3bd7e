"""Name the topics of figures stated in prose, as readers call them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.codes import name_of
from disclosures.vocabulary import Item

TOPICS: Mapping[str, str | Promise] = {
    "total_revenue": _("收入总计"),
    "total_expenditure": _("支出总计"),
    "general_public": _("一般公共预算支出"),
    "operating_costs": _("机关运行经费"),
    "vehicle_count": _("公务用车数量"),
    "staff_established": _("编制人数"),
    "staff_actual": _("在职人数"),
    "staff_retired": _("离退休人数"),
}
ASPECTS: Mapping[str, str | Promise] = {
    "change_amount": _("增减额"),
    "change_percent": _("增减幅度"),
    "share": _("占比"),
}


def topic_label(topic: str) -> str:
    """Return a topic in words: ``change_percent:reception`` is 公务接待费 增减幅度."""
    first, _colon, rest = topic.partition(":")
    if first in ASPECTS:
        return f"{topic_label(rest)} {ASPECTS[first]}"
    if first == "function":
        return f"{rest} {name_of(rest) or ''}".strip()
    if first == "other":
        return rest
    if topic in TOPICS:
        return str(TOPICS[topic])
    return str(Item(topic).label) if topic in Item.values else topic
