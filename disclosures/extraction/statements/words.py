"""Name the words that headers and row labels of statements use, and what each says about an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosures.codes import comparable
from disclosures.vocabulary import Direction, Fund, Item, Nature

_QUOTES = re.compile(r"[“”\"'‘’＂「」]")
_LEAD = re.compile(r"^(?:其中:?|加:|减:|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、．](?!\d))")


def plain(text: str) -> str:
    """Return a heading without spaces, quotes, ordinals and 其中, and with brackets of one width."""
    stripped = _QUOTES.sub("", comparable(text))
    while (shorter := _LEAD.sub("", stripped)) != stripped:
        stripped = shorter
    return stripped


def squeezed(text: str) -> str:
    """Return a heading as printed but without line breaks and spaces."""
    return re.sub(r"\s+", "", text)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one word says about an amount; None where it says nothing."""

    item: Item | None = None
    nature: Nature | None = None
    fund: Fund | None = None
    direction: Direction | None = None


NO_MEANING = Meaning()

WordTable = tuple[tuple[str, Meaning], ...]

# Every table is searched from the top: the more special word stands before the more general one.

TOTALS: WordTable = (
    (r"(?:本年|当年|本年度)(?:收入|支出)?(?:合计|小计|总计)", Meaning(Item.CURRENT_YEAR_TOTAL)),
    (r"(?:本年|当年|本年度)(?:收入|支出)", Meaning(Item.CURRENT_YEAR_TOTAL)),
    (r"(?:收入|支出|收支|资金来源|资金运用)?(?:总计|合计|总额|小计)(?:金额)?", Meaning(Item.TOTAL)),
)

CARRY_OVERS: WordTable = (
    (r"用.*(?:结余|基金).*弥补|使用.*非财政拨款结余|(?:用|使用|动用)(?:历年)?结余", Meaning(Item.SURPLUS_USED)),
    (r"结余分配", Meaning(Item.SURPLUS_DISTRIBUTED)),
    (r"(?:结转|结余).*(?:下年|下一年|以后年度)|(?:年末|年终|期末).*(?:结转|结余)", Meaning(Item.CARRIED_OUT)),
    (r"(?:上年|年初|上年度|以前年度|期初).*(?:结转|结余)|财政拨款结转(?:和)?结余", Meaning(Item.CARRIED_IN)),
)

SOURCES: WordTable = (
    (r"财政专户|专户管理", Meaning(Item.SPECIAL_ACCOUNT)),
    (r"政府性基金", Meaning(Item.GOVERNMENT_FUNDS)),
    (r"[国固]有资本", Meaning(Item.STATE_CAPITAL)),
    (r"一般公共预算.*非税|非税收入拨款", Meaning(Item.GENERAL_PUBLIC_NONTAX)),
    (r"经费拨款|公共财政拨款\(?(?:补助|资金)", Meaning(Item.GENERAL_PUBLIC_REGULAR)),
    (r"一般公共(?:预算|服务预算)|公共财政预算", Meaning(Item.GENERAL_PUBLIC)),
    (r"上级主管部门", Meaning(Item.SUPERIOR_DEPARTMENT_GRANTS)),
    (r"上级(?:财政|单位)?补助", Meaning(Item.SUPERIOR_GRANTS)),
    (r"附属单位", Meaning(Item.SUBORDINATE_REMITTANCES)),
    (r"经营收入", Meaning(Item.BUSINESS_REVENUE)),
    (r"事业(?:单位)?收入|事业单位事业收入", Meaning(Item.SERVICE_REVENUE)),
    (r"^其他收入", Meaning(Item.OTHER_REVENUE)),
    (r"^(?:其他|单位|单位自有|自有|单位其他)资金", Meaning(Item.OWN_FUNDS)),
    (r"非[同本]级财政拨款", NO_MEANING),
    (r"非财政拨款(?:收入|资金)?$", Meaning(Item.OWN_FUNDS)),
    (r"财政拨款|政府预算拨款|财政补助收入", Meaning(Item.APPROPRIATION)),
)

NATURES: WordTable = (
    (r"政府采购", Meaning(nature=Nature.PROCUREMENT)),
    (r"上缴上级", Meaning(nature=Nature.TO_SUPERIOR)),
    (r"附属单位", Meaning(nature=Nature.TO_SUBORDINATE)),
    (r"经营支出", Meaning(nature=Nature.BUSINESS)),
    (r"人员(?:经费|支出|类)", Meaning(nature=Nature.PERSONNEL)),
    (r"公用(?:经费|支出)|公用类", Meaning(nature=Nature.OPERATING)),
    (r"项目支出|项目经费|专项业务(?:经)?费", Meaning(nature=Nature.PROJECT)),
    (r"基本支出", Meaning(nature=Nature.BASIC)),
)

# Rows of a summary that are a sort of spending themselves.
NATURE_ROWS: WordTable = (
    (r"基本支出(?:预算|合计|小计)?", Meaning(Item.BASIC, Nature.BASIC)),
    (r"项目支出(?:预算|合计|小计)?", Meaning(Item.PROJECT, Nature.PROJECT)),
    (r"人员(?:经费支出|经费|支出)(?:合计|小计)?", Meaning(Item.PERSONNEL_TOTAL, Nature.PERSONNEL)),
    (r"(?:日常)?公用(?:经费支出|经费|支出)(?:合计|小计)?", Meaning(Item.OPERATING_TOTAL, Nature.OPERATING)),
    (r"上缴上级.*", Meaning(nature=Nature.TO_SUPERIOR)),
    (r"(?:事业单位)?经营支出", Meaning(nature=Nature.BUSINESS)),
    (r"对?附属单位.*", Meaning(nature=Nature.TO_SUBORDINATE)),
)

FUNDS: WordTable = (
    (r"财政专户|专户管理|专户资金", Meaning(fund=Fund.SPECIAL_ACCOUNT)),
    (r"政府性基金|基金预算", Meaning(fund=Fund.GOVERNMENT_FUNDS)),
    (r"[国固]有资本", Meaning(fund=Fund.STATE_CAPITAL)),
    (r"一般公共预算|公共财政预算|经费拨款", Meaning(fund=Fund.GENERAL_PUBLIC)),
    (r"^(?:其他|单位|单位自有|自有)资金|非财政拨款", Meaning(fund=Fund.OWN)),
    (r"财政拨款|政府预算拨款", Meaning(fund=Fund.FISCAL)),
)

PUBLIC_EXPENSES: WordTable = (
    (r"机关运行", Meaning(Item.OPERATING_COSTS)),
    (r"出国", Meaning(Item.OVERSEAS_TRAVEL)),
    (r"(?:国内|国外|境\)?外|外事|外宾)(?:公务)?接待", Meaning()),
    (r"接待", Meaning(Item.RECEPTION)),
    (r"会议费?[、和及]培训", Meaning()),
    (r"会议", Meaning(Item.CONFERENCES)),
    (r"培训", Meaning(Item.TRAINING)),
    (r"车.*购置.*(?:运行|维护)|运行.*购置", Meaning(Item.VEHICLES)),
    (r"购置", Meaning(Item.VEHICLE_PURCHASE)),
    (r"运行|运维", Meaning(Item.VEHICLE_OPERATION)),
    (r"公务用车|公车", Meaning(Item.VEHICLES)),
    (r"三公", Meaning(Item.THREE_PUBLIC)),
)

PURCHASES: WordTable = (
    (r"政府采购(?:支出)?(?:合计|总额|金额|预算)?", Meaning(Item.PROCUREMENT)),
    (r"[A-C]?(?:政府采购)?货物(?:类|采购|支出|预算)?[A-C]?", Meaning(Item.PROCUREMENT_GOODS)),
    (r"[A-C]?(?:政府采购)?工程(?:类|采购|支出|预算)?[A-C]?", Meaning(Item.PROCUREMENT_WORKS)),
    (r"[A-C]?(?:政府采购)?服务(?:类|采购|支出|预算)?[A-C]?", Meaning(Item.PROCUREMENT_SERVICES)),
)


# Statements of the three public expenses may go on to count journeys, guests and cars.
_COUNT = re.compile(r"\([^()]*[个人辆次批台套][^()]*\)$|团组数|人次|批次|保有量|购置数|车辆数|用车$|人数$|设备")


def is_count(text: str) -> bool:
    """Tell whether a heading is of a number of things or persons, which is no amount."""
    return _COUNT.search(plain(text)) is not None


def said(text: str, *tables: WordTable) -> Meaning | None:
    """Return what the first word found in a heading says, or None where no word of the tables occurs."""
    heading = plain(text)
    return next((meaning for table in tables for word, meaning in table if re.search(word, heading)), None)


def said_by_all(text: str, *tables: WordTable) -> Meaning | None:
    """Return what a heading says that consists of one word of the tables and nothing else."""
    heading = plain(text)
    return next((meaning for table in tables for word, meaning in table if re.fullmatch(word, heading)), None)


def is_total(text: str) -> bool:
    """Tell whether a heading is a total of any sort (合计, 小计, 本年收入合计 …)."""
    return said_by_all(text, TOTALS) is not None


def is_subtotal(text: str) -> bool:
    """Tell whether a heading is a bare 小计 or 合计, which says of nothing what it is the total of."""
    return plain(text) in {"小计", "合计"}
