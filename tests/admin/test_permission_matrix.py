"""Who may go where: every route of the site for everybody from the public to the administrator.

A route that stands in no table here fails the first test: whoever adds one has to say who may use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from disclosures.api import api
from disclosures.ingest import Upload, ingest, publish
from disclosures.ingest.corrections import correct_amount
from disclosures.models import Finding, Job, LineItem, Responsibility, Revision, SharedComparison, Unit
from disclosures.permissions import CLERKS, READERS, REVIEWERS
from disclosures.tasks import submit
from disclosures.vocabulary import Severity
from tests.admin.documents import budget
from tests.admin.routes import BY_POST, MODEL_PAGE, OWN_IN_THE_API, ROUTES, expected_of
from tests.ingest.readings import read

PERSONS = ("public", "reader", "clerk", "other clerk", "reviewer", "administrator")
GROUPS = {"reader": READERS, "clerk": CLERKS, "other clerk": CLERKS, "reviewer": REVIEWERS}


def named_routes(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from named_routes(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{space}{pattern.name}"


def test_every_route_says_who_may_use_it():
    assert sorted(route for route in set(named_routes()) if expected_of(route) is None) == []
    assert sorted(set(ROUTES) - set(named_routes())) == [], "routes that are gone"


@pytest.fixture
def db(undone: None) -> None:
    """What one test does is undone: people and places are the same for all of them."""


@pytest.fixture(scope="module")
def cookies(module_db: None) -> dict[str, str]:
    """A session for each person; the other clerk answers for a unit that has nothing to do with the rest."""
    found = {"public": ""}
    for person in PERSONS[1:]:
        is_boss = person == "administrator"
        user = User.objects.create_user(person, is_staff=person != "reader", is_superuser=is_boss)
        if not is_boss:
            user.groups.add(Group.objects.get(name=GROUPS[person]))
        if person == "other clerk":
            Responsibility.objects.create(user=user, unit=Unit.objects.create(name="别处的局", region="远山市"))
        client = Client()
        client.force_login(user)
        found[person] = client.cookies.output(header="")
    return found


@pytest.fixture
def clients(db: None, cookies: dict[str, str]) -> dict[str, Client]:
    """A browser for each person, as new: who signs out in one test is signed in for the next."""
    found = {person: Client() for person in PERSONS}
    for person, client in found.items():
        client.cookies.load(cookies[person])
    return found


@pytest.fixture(scope="module")
def places(cookies: dict[str, str]) -> dict[str, dict[str, Any]]:
    """What the routes are about: drafts, an upload and a link of the clerk, and a published revision."""
    clerk = User.objects.get(username="clerk")
    filed = publish(ingest(read(b"published"), content=b"published", uploaded_by=clerk), by=None)
    draft, part = (ingest(read(name), content=name, uploaded_by=clerk) for name in (b"draft", b"part"))
    job = submit(Upload(budget().encode(), "预算.txt"), uploaded_by=clerk)
    share = SharedComparison.objects.create(
        title="比较", query=f"units={filed.disclosure.unit_id}&years=2024", created_by=clerk
    )
    item, file = filed.line_items.filter(amount_fen__isnull=False).get(), filed.files.get()
    return {
        "draft": {
            "pk": draft.pk,
            "revision": draft.pk,
            "object_id": draft.pk,
            "index": 0,
            "file": draft.files.get().pk,
            "finding": draft.findings.get().pk,
        },
        "merge": {"pk": part.pk, "into": draft.pk},
        "unexplained": {"pk": part.pk, "finding": unexplained_table(part).pk},
        "filed": {"pk": filed.pk},
        "job": {"pk": job.pk},
        "unit": dict.fromkeys(("pk", "object_id", "unit"), filed.disclosure.unit_id),
        "disclosure": dict.fromkeys(("pk", "disclosure"), filed.disclosure_id),
        "nowhere": {"rest": "nothing"},
        "file": {"pk": file.pk, "page": 1},
        "item": {"pk": item.pk, "figure": item.pk},
        "figure": {"kind": "figure", "pk": filed.figures.get().pk},
        "finding": {"pk": filed.findings.get().pk},
        "indicator": {"pk": filed.indicators.first().pk},
        "cost": {"pk": filed.pk, "measure": "vehicle"},
        "project": {"pk": filed.projects.first().match.series_id},
        "share": {"slug": share.slug, "pk": item.pk, "extension": "xlsx"},
        "sheet": {"extension": "xlsx"},
        "shared file": {"slug": share.slug, "pk": file.pk, "page": 1},
        "shared text": {"slug": share.slug, "kind": "figure", "pk": filed.figures.get().pk},
        "check": {"token": "x" * 22, "page": 1, "extension": "xlsx"},
        "correction": {"pk": correct_amount(item, None, cause="edit", reason="试", by=clerk).pk},
        "user": {"id": clerk.pk},
    }


def unexplained_table(draft: Revision) -> Finding:
    return Finding.objects.create(
        revision=draft, table=draft.tables.get(), code="unread.money_unit", severity=Severity.WARNING, message="单位"
    )


def reached(client: Client, route: str, arguments: dict[str, Any]) -> str:
    """Say how far a person comes on a route; what the step changes is undone."""
    address = reverse(route, kwargs=arguments)
    with transaction.atomic():
        answer = client.post(address, posted(route)) if route in BY_POST else client.get(address)
        transaction.set_rollback(True)
    return in_a_word(answer)


def posted(route: str) -> dict[str, Any]:
    if route.endswith("upload_one"):
        return {"documents": SimpleUploadedFile("新.txt", budget(year=2020).encode())}
    return {}


def in_a_word(answer: HttpResponseBase) -> str:
    if answer.status_code in (301, 302) and "/login/" in answer["Location"]:
        return "login"
    if answer.status_code == 302 and answer["Location"] == "/admin/":
        return "hidden"  # so the admin answers where there is no such row
    return {401: "login", 403: "no", 404: "hidden"}.get(answer.status_code, "in")


@pytest.mark.parametrize("route", sorted(ROUTES))
def test_everybody_comes_exactly_as_far_as_they_may(route, clients, places):
    known = places.get(ROUTES[route][0], {})
    assert_everybody_reaches(route, {name: known[name] for name in wanted_arguments(route)}, clients)


@pytest.mark.parametrize("route", sorted({name for name in named_routes() if MODEL_PAGE.fullmatch(name)} - set(ROUTES)))
def test_the_admins_own_pages_open_to_those_they_are_for(route, clients):
    assert_everybody_reaches(route, dict.fromkeys(wanted_arguments(route), "999999"), clients)


def assert_everybody_reaches(route: str, arguments: dict[str, Any], clients: dict[str, Client]) -> None:
    found = {person: reached(clients[person], route, arguments) for person in PERSONS}
    assert found == dict(zip(PERSONS, expected_of(route), strict=True))


def wanted_arguments(route: str) -> tuple[str, ...]:
    """Return the names of the arguments in a route's address."""
    resolver: Any = get_resolver()
    *spaces, name = route.split(":")
    for space in spaces:
        resolver = resolver.namespace_dict[space][1]
    return tuple(resolver.reverse_dict.getlist(name)[0][0][0][1])


def questions_about_revisions() -> Iterator[str]:
    for path, methods in api.get_openapi_schema()["paths"].items():
        if any(parameter["name"] == "revision" for parameter in methods["get"]["parameters"]):
            yield path


def test_the_api_tells_of_a_draft_only_those_who_answer_for_it(clients, places):
    draft = places["draft"]["revision"]
    asked = {path: path.format(revision=draft) for path in questions_about_revisions()}
    assert len(asked) >= 6
    for path, address in asked.items():
        query = {} if "{" in path else {"revision": draft}
        found = {person: in_a_word(clients[person].get(address, query)) for person in PERSONS}
        assert found == dict(zip(PERSONS, OWN_IN_THE_API, strict=True)), path


@pytest.mark.parametrize("route", ["disclosures:source", "disclosures:api:source"])
def test_a_figure_of_a_draft_opens_only_to_those_who_answer_for_it(route, clients, places):
    item = LineItem.objects.of_revisions([places["draft"]["pk"]]).first()
    found = {person: in_a_word(clients[person].get(reverse(route, args=[item.pk]))) for person in PERSONS}
    assert found == dict(zip(PERSONS, OWN_IN_THE_API, strict=True))


def test_of_another_units_drafts_lists_show_nothing(clients, places):
    for model in ("revision", "job", "lineitem", "statementtable", "finding"):
        shown = clients["other clerk"].get(f"/admin/disclosures/{model}/").context["cl"].queryset
        of_drafts = shown.all() if model in ("revision", "job") else shown.filter(revision__state="draft")
        assert not of_drafts.exists(), model


def test_a_unit_below_ones_own_is_ones_own(clients, places):
    department = Responsibility.objects.get().unit
    unit = Revision.objects.get(pk=places["draft"]["pk"]).disclosure.unit
    review = reverse("admin:disclosures_revision_review", args=[places["draft"]["pk"]])
    assert clients["other clerk"].get(review).status_code == 404
    between = Unit.objects.create(name="中间的处", region="远山市", supervising_department=department)
    unit.supervising_department = between
    unit.save()
    assert clients["other clerk"].get(review).status_code == 200


def test_a_file_of_a_unit_that_one_does_not_answer_for_is_refused(clients, places):
    from tests.working import work

    other = User.objects.get(username="other clerk")
    job = submit(Upload(budget(year=2019).encode(), "预算.txt"), uploaded_by=other)
    work()
    job.refresh_from_db()
    assert job.stage == Job.Stage.FAILED
    assert "不在您负责的单位范围内" in job.message
