"""Say what the words before an amount are about: visible tables of subject words, fillers and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosures.vocabulary import Direction


@dataclass(frozen=True, slots=True)
class Subject:
    """What an amount is about: topics of the parse contract, or none where the words have no topic there."""

    topics: tuple[str, ...] = ()
    direction: Direction | None = Direction.EXPENDITURE

    @property
    def known(self) -> bool:
        """Tell whether there is a topic."""
        return bool(self.topics)


UNKNOWN = Subject()
REVENUE = Subject(("total_revenue",), Direction.REVENUE)
EXPENDITURE = Subject(("total_expenditure",))
BOTH = Subject(("total_revenue", "total_expenditure"))

# Spending with a name of its own. Where several stand in one phrase the last one is meant, and of two that
# overlap the longer one: 公务用车购置及运行费 is no 公务用车购置费.
TOPIC_WORDS: tuple[tuple[str, str], ...] = (
    ("three_public", r"[\"“]?三公[\"”]?经费|[\"“]三公[\"”]"),
    ("overseas_travel", r"因公出国(?:\(境\))?(?:费用?|经费)?"),
    ("reception", r"公务接待(?:费用?|经费|支出)?"),
    ("vehicles", r"公(?:务用?)?车购置费?(?:及|和|与|、)(?:公务用车)?运行(?:维护)?(?:费用?|经费)?"),
    ("vehicle_purchase", r"公(?:务用?)?车购置(?:费用?|经费|支出)?"),
    ("vehicle_operation", r"公(?:务用?)?车(?:运行)?(?:维护)?(?:费用?|经费)|公务用车运行(?:维护)?(?:支出)?"),
    ("conferences", r"会议费"),
    ("training", r"培训费"),
    ("operating_costs", r"机关运行(?:经费|费)"),
    ("procurement", r"政府采购"),
    ("basic", r"基本支出"),
    ("project", r"(?<!采购)(?<!政府性基金)项目支出"),
)
GENERAL_PUBLIC = ("general_public",)
NATURES = (("basic",), ("project",))
_OTHER_MONEY = re.compile(
    r"(?:(?:经费|资金|费用?)(?:总?(?:预算|决算|支出|额))*|(?<![年总])(?<!拨款)(?<!预算)(?<!整体)(?<!基金)(?<!本级)支出(?:预算|决算)?)"
    r"(?:安排|合计|总计|为|共)*$"
)
_NAMED = {topic for topic, _words in TOPIC_WORDS}
_TOPIC = re.compile("|".join(f"(?P<{topic}>{words})" for topic, words in TOPIC_WORDS))

PROCUREMENT_KINDS = {"货物": "procurement_goods", "工程": "procurement_works", "服务": "procurement_services"}
_PROCUREMENT = re.compile(
    r"(?:政府)?(?:集中)?(?:拟)?(?P<buying>采购|购买)?(?P<kind>货物|工程|服务)(?:类)?(?P<bought>采购|购买)?(?:项目)?(?:支出)?"
)

# Words that make an amount a part or a source of what else the phrase names: no topic of the contract.
_PART = re.compile(
    r"结转|结余|中小企业|小微企业|专户|非财政拨款|预留|追加|国内公务接待|外宾|除.+以外"
    r"|(?:单位|自有|其他|财政|专项)资金$|(?:上年|本年|当年)[^,]*中(?!心)|[\u4e00-\u9fff]{2}支出中项目支出"
)

# What may stand round a subject without changing it.
FILLERS = (
    r"其中|其|包括|包含|含|共计|共有|共|合计|总计|小计|总金额|总额|总量|总数|总(?!收入|支出)|金额|资金(?!来源)|预算安排|预算执行|支出决算|"
    r"预算|决算|执行|数额|数|年初|全年|当年|本年度|本年|全部|所有|为|是|约|近|安排|计划|拟|达到|达|分别|各|均|本部门|"
    r"部门|本单位|我单位|单位|我局|我中心|我院|我校|整体|一般公共预算财政拨款(?=$)|的|故|年中|涉及|开支|列支|使用|支付|实际支出|"
    r"实际完成|实际|完成|规模|情况说明|说明|具体情况|总体情况|情况|总体|结构|关于|具体|相应|则|即|另|此外|同时|项目(?=全年)|"
    r"按|类?科目|编制|主要|,|、|:|\"|'|-|\s"
)
_FILLERS_BEFORE = re.compile(rf"^(?:{FILLERS})+")
_FILLERS_AFTER = re.compile(rf"(?:{FILLERS}|\([^()]*\))+$")

_NUMERAL = "一二三四五六七八九十"
_ORDINAL = re.compile(rf"^(?:[{_NUMERAL}]{{1,3}}、|\([{_NUMERAL}\d]{{1,3}}\)|\d{{1,2}}[.、．](?!\d)|[a-z][.、]|[①-⑳])+")
_DATE = re.compile(
    r"(?:截至|截止|至|到|自)?(?:20\d\d年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?)(?:底|末|初(?=,|$))?(?:当年)?"
)
_COMPARED = re.compile(
    r"(?:较|比|与|同|相比|对比)(?:于)?(?:上一?年度?|去年|20\d\d年度?)(?:\(年初\)|\([^()]*下同\))?(?:同期)?(?:的)?"
    r"(?:年初)?(?:当年)?(?:部门)?(?:预算|决算)?(?:执行)?(?:经费|支出)?数?(?:\(年初\))?(?:相比较?|比较|相比)?"
)
_LAST_YEAR = re.compile(r"上一?年度?|去年")
_ORGANISATION = re.compile(
    r"^[\u4e00-\u9fff()]{2,30}(?:局|厅|委|院|办|中心|办公室|委员会|政府|机关|本级|学校|中学|小学|幼儿园|学院|大学|所|站|队|馆|处|会|团|社)"
    r"(?=(?:收|支|本年|总))"
)
_TOTALS: tuple[tuple[Subject, re.Pattern[str]], ...] = (
    (BOTH, re.compile(r"(?:收入?、?支出?|收入(?:总计|合计)、支出)")),
    (REVENUE, re.compile(r"总?收入|资金来源(?:和资金占用)?")),
    (EXPENDITURE, re.compile(r"总?支出")),
)
_BARE = re.compile(r"(?:其中)?(?:共计?|累计|合计)?(?:全年|年初)?(?:预算)?支出(?:预算|决算)?数?(?:安排)?(?:为|是)?")
_WHOLE = re.compile(r"本年|部门|单位|全部")
_FISCAL = re.compile(r"财政拨款|财政拨款资金")
_GENERAL_PUBLIC = re.compile(r"一般公共预算")
_OTHER_FUNDS = re.compile(r"政府性基金|国有资本")


def without_frame(words: str) -> str:
    """Return words without ordinals, dates and comparisons with another year."""
    return _LAST_YEAR.sub("", _DATE.sub("", _COMPARED.sub("", _ORDINAL.sub("", words))))


def core_of(words: str, unit: str | None) -> str:
    """Return what is left of words when all that may frame a subject is taken off; empty where nothing is."""
    left = without_frame(words)
    if unit:
        left = left.replace(unit, "")
    while (shorter := _FILLERS_AFTER.sub("", _FILLERS_BEFORE.sub("", left))) != left:
        left = shorter
    return left


def named_topic(words: str) -> Subject | None:
    """Return the subject by its own name, such as 公务接待费; UNKNOWN where the words make it only a part."""
    found = list(_TOPIC.finditer(words))
    kind = _PROCUREMENT.fullmatch(core_of(words, None))
    bought = kind is not None and (kind["buying"] or kind["bought"])
    if not found and not bought:
        return UNKNOWN if _PART.search(words) else None
    if _PART.search(words):
        return UNKNOWN
    last = max(found, key=lambda one: one.end()) if found else None
    topic = last.lastgroup if last else None
    if topic in (None, "procurement"):
        topic = _procurement_topic(words)
    return Subject((topic,))


def is_named(subject: Subject) -> bool:
    """Tell whether a subject is spending with a name of its own."""
    return subject.known and set(subject.topics) <= _NAMED


def is_narrow(subject: Subject, words: str) -> bool:
    """Tell whether an amount is that of one functional item, or of a purpose without a topic: 事业运行经费预算安排."""
    functional = any(topic.startswith("function:") for topic in subject.topics)
    return functional or (subject == UNKNOWN and _OTHER_MONEY.search(words) is not None)


def _procurement_topic(words: str) -> str:
    """Return which part of procurement a phrase names; words after 政府采购 decide."""
    rest = words.rpartition("政府采购")[2]
    kind = _PROCUREMENT.fullmatch(core_of(rest, None))
    return PROCUREMENT_KINDS[kind["kind"]] if kind else "procurement"


def fund_topic(words: str, *, general_public_above: bool) -> Subject | None:
    """Return 一般公共预算, also where only a heading above says that the 财政拨款 is of it; UNKNOWN for other funds."""
    if _OTHER_FUNDS.search(words):
        return UNKNOWN
    general = _GENERAL_PUBLIC.search(words) is not None
    if general or (_FISCAL.search(words) and general_public_above):
        return Subject(("general_public",), Direction.REVENUE if "收入" in words else Direction.EXPENDITURE)
    return UNKNOWN if _FISCAL.search(words) else None


def total_topic(words: str, unit: str | None) -> Subject | None:
    """Return the whole revenue or expenditure, or both where one amount is said to be that of each."""
    core = core_of(words, unit)
    core = core_of(_ORGANISATION.sub("", core), None)
    return next((subject for subject, pattern in _TOTALS if pattern.fullmatch(core)), None)


def goes_on_about(words: str, about: Subject | None) -> bool:
    """Tell whether 支出决算为 or 支出合计 is that of what was named before and not the whole expenditure."""
    if about is None or about in (REVENUE, EXPENDITURE):
        return False
    functional = any(topic.startswith("function:") for topic in about.topics)
    return _BARE.fullmatch(words) is not None or (functional and not _WHOLE.search(words))
