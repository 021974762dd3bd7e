"""A clerk is told of exactly those shared links that change with a revision."""

from decimal import Decimal

import pytest

from disclosures.admin.affected_shares import affected_shares
from disclosures.extraction.readings import Indicator, Project
from disclosures.ingest import ingest, publish
from disclosures.models import SharedComparison
from tests.ingest.readings import fact, read

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MISSED = Indicator(
    table=0, level1="产出指标", level3="清淤长度", operator="at_least", target="≥12", target_number=Decimal(12),
    actual="9", actual_number=Decimal(9),
)  # fmt: skip
WITH_EVERYTHING = {"indicators": (MISSED,), "projects": (Project(name="河道清淤", table=0),), "facts": (fact(),)}
WITHOUT_GOALS = {"indicators": (), "projects": (), "facts": (fact(),)}
ONLY_GOALS = WITH_EVERYTHING | {"facts": ()}


def filed(content: bytes = b"first", **more):
    return ingest(read(content, **more), content=content, uploaded_by=None)


def shared(revision, about, query):
    said = query.format(unit=revision.disclosure.unit_id)
    return SharedComparison.objects.create(title="链接", about=about, query=said)


@pytest.mark.parametrize(
    ("holding", "about", "query", "affected"),
    [
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2023-2024", True),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2020", False),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2025", False),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2025&measure=change", True),
        (WITH_EVERYTHING, "comparison", "units=999999&years=2024", False),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2024&stages=outturn", False),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2024&stages=outturn&measure=execution", True),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2024&scope=department", False),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2024&by=three_public", False),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2024&by=projects", True),
        (WITH_EVERYTHING, "comparison", "units={unit}&years=2024&by=indicators", True),
        (WITHOUT_GOALS, "comparison", "units={unit}&years=2024", True),
        (WITHOUT_GOALS, "comparison", "units={unit}&years=2024&by=projects", False),
        (WITHOUT_GOALS, "comparison", "units={unit}&years=2024&by=indicators", False),
        (WITHOUT_GOALS, "comparison", "units={unit}&years=2024&by=performance", False),
        (ONLY_GOALS, "comparison", "units={unit}&years=2024", False),
        (WITH_EVERYTHING, "indicators", "unit=青河市水务局&year=2024", True),
        (WITH_EVERYTHING, "indicators", "verdict=missed", True),
        (WITH_EVERYTHING, "indicators", "verdict=met", False),
        (WITH_EVERYTHING, "indicators", "year=2020", False),
        (WITHOUT_GOALS, "indicators", "verdict=missed", False),
        (WITH_EVERYTHING, "projects", "", True),
        (WITH_EVERYTHING, "projects", "q=清淤", True),
        (WITH_EVERYTHING, "projects", "q=道路", False),
        (WITH_EVERYTHING, "projects", "unit=教育局", False),
        (WITHOUT_GOALS, "projects", "", False),
    ],
)
def test_a_link_is_affected_where_it_shows_something_that_the_revision_holds(holding, about, query, affected):
    draft = filed(**holding)
    link = shared(draft, about, query)
    assert [share.title for share in affected_shares(draft)] == ["链接"] * affected
    link.revoke()
    assert affected_shares(draft) == []


@pytest.mark.parametrize("about", ["indicators", "projects"])
def test_a_link_is_affected_too_where_only_the_revision_shown_now_has_something_of_it(about):
    publish(filed(**WITH_EVERYTHING), by=None)
    draft = filed(b"second", **WITHOUT_GOALS)
    shared(draft, about, "year=2024")
    assert [share.title for share in affected_shares(draft)] == ["链接"]


def test_a_link_that_was_pinned_stays_as_it_is():
    first = publish(filed(), by=None)
    link = shared(first, "comparison", "units={unit}&years=2024")
    assert len(affected_shares(first)) == 1
    link.pin([first.pk])
    link.save()
    assert affected_shares(first) == []
