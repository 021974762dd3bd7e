"""A selection's address says all of it: canonical, brief, and safe against nonsense."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Order, Selection
from disclosures.comparison.sort_columns import SortColumn
from disclosures.comparison.stages import Stage
from disclosures.vocabulary import DisclosureKind, Fund, Scope
from tests.comparison.shown_somehow import SHOWN_SOMEHOW


@st.composite
def sorted_somehow(draw: st.DrawFn, made: st.SearchStrategy[Selection]) -> Selection:
    """A selection in any order: as listed, by the largest, by an item, or by one of the columns that it has."""
    selection = draw(made)
    units = [*selection.units, *([None] if selection.adds_units else [])]
    columns = st.builds(
        SortColumn,
        st.sampled_from(units or [None]),
        st.sampled_from(selection.years or [2024]),
        st.sampled_from(selection.stages),
    )
    by = columns if units and selection.years else st.none()
    item = st.sampled_from(["total", "214", "vehicle_operation", "p3f09ab12cd_2"])
    if selection.order == Order.LISTED:
        return selection
    return selection.changed(sorted_by=draw(st.none() | item | by))


selections = sorted_somehow(
    st.builds(
        Selection,
        units=st.lists(st.integers(1, 10**9), max_size=8, unique=True).map(tuple),
        years=st.lists(st.integers(1990, 2100), max_size=6, unique=True).map(sorted).map(tuple),
        stages=st.sets(st.sampled_from(Stage), min_size=1).map(
            lambda chosen: tuple(one for one in Stage if one in chosen)
        ),
        scope=st.none() | st.sampled_from(Scope),
        fund=st.none() | st.sampled_from(Fund),
        only=st.sampled_from(["", "214", "社会保障", "住房 公积金"]),
        **SHOWN_SOMEHOW,
        row=st.sampled_from(["", "total", "214", "vehicle_operation"]),
    )
)


@given(selections)
def test_an_address_gives_back_its_selection(selection: Selection) -> None:
    assert Selection.from_query(QueryDict(selection.to_query())) == selection


@given(selections)
def test_the_canonical_address_is_a_fixed_point(selection: Selection) -> None:
    address = selection.to_query()
    assert Selection.from_query(QueryDict(address)).to_query() == address


@given(
    st.dictionaries(
        st.sampled_from(["units", "years", "stages", "scope", "fund", "only", "by", "measure", "level", "row", "sum"])
        | st.sampled_from(["order", "sort"]),
        st.text() | st.sampled_from(["largest", "1.2024", "sum.2024.outturn", "1.2024.", "214", "2020.1"]),
    )
)
def test_nonsense_in_an_address_falls_back_and_never_fails(said: dict[str, str]) -> None:
    query = QueryDict(mutable=True)
    query.update(said)
    selection = Selection.from_query(query)
    assert Selection.from_query(QueryDict(selection.to_query())) == selection


def test_a_form_with_repeated_fields_means_the_same_as_the_canonical_address() -> None:
    form = Selection.from_query(QueryDict("units=3&units=7&years=2023&years=2022&stages=outturn"))
    assert form == Selection(units=(3, 7), years=(2022, 2023), stages=(Stage.OUTTURN,))
    assert form.to_query() == "units=3.7&years=2022-2023&stages=outturn"


def test_a_kind_stands_for_its_own_stage() -> None:
    budget = Selection(units=(1,), years=(2024,))
    assert budget.changed(kind=DisclosureKind.FINAL_ACCOUNTS).stages == (Stage.OUTTURN,)


def test_stages_stand_in_the_order_of_the_year() -> None:
    assert Selection.from_query(QueryDict("stages=outturn.budget")).stages == (Stage.BUDGET, Stage.OUTTURN)


def test_sums_are_asked_for_in_the_address() -> None:
    assert Selection.from_query(QueryDict("units=3.7&years=2023&sum=1")).to_query() == "units=3.7&years=2023&sum=1"
    assert not Selection.from_query(QueryDict("units=3.7&years=2023&sum=yes")).summed


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        ("order=largest&sort=3.2023", "order=largest&sort=3.2023"),
        ("order=smallest&sort=7.2024.outturn", "order=smallest&sort=7.2024.outturn"),
        ("order=largest&sort=3.2023.budget", "order=largest&sort=3.2023"),  # the first stage goes without saying
        ("order=largest&sort=sum.2024&sum=1", "order=largest&sort=sum.2024&sum=1"),
        ("order=largest&sort=214", "order=largest&sort=214"),
        ("sort=3.2023", ""),  # as listed
        ("order=largest&sort=9.2023", "order=largest"),  # no such unit here, year, stage, or sums
        ("order=largest&sort=3.2022", "order=largest"),
        ("order=largest&sort=3.2023.accounts-revised", "order=largest"),
        ("order=largest&sort=sum.2024", "order=largest"),
        ("order=largest&sort=3.2023.later", "order=largest"),
        ("order=largest&sort=%3Cscript%3E", "order=largest"),
        ("order=largest", "order=largest"),  # addresses from before columns could sort
    ],
)
def test_the_column_that_sorts_is_one_of_those_compared(said: str, canonical: str) -> None:
    chosen = "units=3.7&years=2023-2024&stages=budget.outturn"
    query = Selection.from_query(QueryDict(f"{chosen}&{said}")).to_query()
    assert query == (f"{chosen}&{canonical}" if canonical else chosen)


def test_what_sorted_by_a_unit_that_is_gone_keeps_its_direction() -> None:
    selection = Selection(
        units=(3, 7), years=(2024,), order=Order.SMALLEST, sorted_by=SortColumn(7, 2024, Stage.BUDGET)
    )
    assert selection.to_query() == "units=3.7&years=2024&order=smallest&sort=7.2024"
    assert selection.changed(units=(3,)).to_query() == "units=3&years=2024&order=smallest"


def test_a_sentence_counts_the_units_that_there_are() -> None:
    selection = Selection(units=(1, 2, 9999), years=(2024,))
    assert selection.sentence([]).split()[1] == "0个单位"
    assert selection.sentence(["信息中心"]).split()[1] == "信息中心"


def test_a_selection_says_itself() -> None:
    selection = Selection(units=(1, 2, 3), years=(2022, 2023), dimension=Dimension.THREE_PUBLIC)
    assert selection.sentence() == "2022–2023年 3个单位 “三公”经费 预算"
    assert selection.changed(units=(1,)).sentence(["信息中心"]).split()[1] == "信息中心"
    assert selection.changed(summed=True).sentence() == "2022–2023年 3个单位 “三公”经费 预算 附合计"
    assert selection.changed(summed=True, units=(1,)).sentence(["信息中心"]).endswith("预算")
