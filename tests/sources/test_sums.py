"""A sum opens the printed figures that it adds, each with its source, and the units that it lacks with the reason."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.models import LineItem, SharedComparison, Unit
from tests.published import Publish

PANEL = {"HX-Request": "true"}
SPENT = [{"item": "total", "amount": 100.5}, {"function": "214", "heading": "交通运输支出", "amount": 70.25}]
BLANK = [{"item": "total", "amount": 100}, {"function": "214", "heading": "交通运输支出", "amount": None}]


@pytest.fixture
def units(db: None, publish: Publish) -> list[Unit]:
    """Two units with the figure, one with a blank, one without a disclosure."""
    made = [Unit.objects.create(name=f"单位{name}", region="示例市") for name in "甲乙丙丁"]
    for unit, rows in zip(made, (SPENT, SPENT, BLANK), strict=False):
        publish(unit, 2024, {"expenditure": rows}, counts={"staff_actual": "7"})
    publish(made[0], 2023, {"expenditure": SPENT})
    return made


def selection(units: list[Unit], **more: object) -> Selection:
    chosen = Selection(units=tuple(unit.pk for unit in units), years=(2024,), dimension=Dimension.FUNCTIONAL)
    return chosen.changed(summed=True, **more)


def address(asked: Selection, at: str = "214.s0") -> str:
    return f"{reverse('disclosures:figure')}?{asked.to_query()}&at={at}"


def said(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("headers", [{}, PANEL])
def test_a_sum_lists_its_parts_with_their_sources_and_what_it_lacks(
    reader: Client, units: list[Unit], headers: dict[str, str]
) -> None:
    page = reader.get(address(selection(units)), headers=headers).content.decode()
    added = LineItem.objects.filter(function="214", fiscal_year=2024, amount_fen__isnull=False)
    assert {int(pk) for pk in re.findall(r'href="/source/(\d+)/"', page)} == {item.pk for item in added}
    assert "140.50 万元 （2/4 个单位）" in said(page)
    assert "各单位合计 = 各单位金额之和" in said(page)
    assert "单位甲 2024年 交通运输支出 702,500.00 元" in said(page)
    assert "单位丙 该格空白 单位丁 该年度文件未公开" in said(page)


def test_a_change_of_sums_lists_both_years_of_each_unit_and_both_sums(reader: Client, units: list[Unit]) -> None:
    page = reader.get(address(selection(units, measure=Measure.CHANGE)), headers=PANEL).content.decode()
    assert len(re.findall(r'href="/source/\d+/"', page)) == 2
    assert "单位甲 本年金额 2024年" in said(page)
    assert "单位甲 上年金额 2023年" in said(page)
    assert "上年金额之和 702,500.00 元" in said(page)
    assert "单位乙 没有上年数，无法比较" in said(page)


def test_an_average_lists_the_counts_that_it_divides_by(reader: Client, units: list[Unit]) -> None:
    page = reader.get(address(selection(units, measure=Measure.PER_PERSON)), headers=PANEL).content.decode()
    assert "单位甲 在职人数 7" in said(page)
    assert "单位乙 在职人数 7" in said(page)
    assert "在职人数之和 14" in said(page)


def test_what_must_not_be_added_still_lists_its_parts(reader: Client, publish: Publish) -> None:
    units = [Unit.objects.create(name=f"单位{name}", region="示例市") for name in "甲乙"]
    for unit, scope in zip(units, ("department", "unit"), strict=True):
        publish(unit, 2024, {"expenditure": SPENT}, scope=scope)
    page = reader.get(address(selection(units)), headers=PANEL).content.decode()
    assert "口径不一" in page
    assert len(re.findall(r'href="/source/\d+/"', page)) == 2
    assert "140.50" not in page


def test_the_table_leads_to_the_sum_even_where_it_has_one_part(reader: Client, units: list[Unit]) -> None:
    asked = selection([units[0], units[3]])
    page = reader.get(reverse("disclosures:compare") + f"?{asked.to_query()}").content.decode()
    links = re.findall(r'<td class="figure sum"><a[^>]*href="([^"]+)"', page)
    assert [link.replace("&amp;", "&") for link in links] == [address(asked, "total.s0"), address(asked, "214.s0")]
    assert reader.get(links[1].replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("nowhere", ["214.s1", "214.s", "214.s0.s0", "999.s0", "214.s-1", "214.s٣", "214.ss0"])
def test_a_sum_that_is_not_shown_is_not_found(reader: Client, units: list[Unit], nowhere: str) -> None:
    assert reader.get(address(selection(units), nowhere)).status_code == 404


def test_there_is_no_sum_where_none_was_asked_for(reader: Client, units: list[Unit]) -> None:
    assert reader.get(address(selection(units).changed(summed=False))).status_code == 404


@pytest.fixture
def link(units: list[Unit]) -> SharedComparison:
    return SharedComparison.objects.create(title="合计", query=selection(units).to_query())


def test_a_shared_sum_opens_inside_the_link_and_every_part_with_it(client: Client, link: SharedComparison) -> None:
    page = client.get(link.get_absolute_url()).content.decode()
    figure = f"/s/{link.slug}/figure/?at=214.s0"
    assert figure in page
    shown = client.get(figure, headers=PANEL).content.decode()
    parts = re.findall(r'href="([^"]*source/\d+/)"', shown)
    assert len(parts) == 2
    assert all(part.startswith(f"/s/{link.slug}/source/") for part in parts)
    assert [client.get(part).status_code for part in parts] == [200, 200]


def test_a_shared_link_without_sums_opens_none(client: Client, units: list[Unit]) -> None:
    query = selection(units).changed(summed=False).to_query()
    link = SharedComparison.objects.create(title="无合计", query=query)
    assert client.get(f"/s/{link.slug}/figure/?at=214.s0").status_code == 404


def test_a_pinned_link_keeps_its_sums(client: Client, units: list[Unit], link: SharedComparison) -> None:
    before = client.get(f"/s/{link.slug}/figure/?at=214.s0").content.decode()
    assert "140.50 万元" in said(before)
    link.pin(compare(selection(units)).revisions)
    link.save()
    item = LineItem.objects.filter(function="214", fiscal_year=2024, unit=units[0]).get()
    newer = item.revision
    type(newer).objects.filter(pk=newer.pk).update(state="superseded")
    assert "140.50 万元" in said(client.get(f"/s/{link.slug}/figure/?at=214.s0").content.decode())
    assert "140.50" in client.get(link.get_absolute_url()).content.decode()


def test_embedded_tables_show_the_sums_too(client: Client, link: SharedComparison) -> None:
    page = client.get(f"/s/{link.slug}/embed/").content.decode()
    assert "各单位合计" in page
    assert "2/4 个单位" in page


def test_the_methods_say_what_is_added_and_what_is_not(db: None, client: Client) -> None:
    page = said(client.get("/methods/").content.decode())
    assert "主管部门与它的下属单位在一起 不相加：主管部门的数已包含其下属单位，相加会重复计算" in page
    assert "原表只精确到万元或亿元 照加，并在合计上注明" in page
