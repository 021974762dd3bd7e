"""A sample filed and published as the site does it, and people to look at it."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from disclosures.ingest import ingest, publish
from disclosures.models import LineItem, Revision
from disclosures.permissions import CLERKS
from disclosures.pipeline import ReadDisclosure, read_disclosure
from tests.admin.documents import budget
from tests.conftest import ROOT
from tests.read_once import reading_of
from tests.sources.reviewed import review

SAMPLE = ROOT / "samples" / "documents" / "衡阳市交通运输信息中心2024年预算公开.pdf"


@pytest.fixture(scope="session")
def read_sample() -> ReadDisclosure:
    return reading_of(SAMPLE)


@pytest.fixture
def sample(db: None, read_sample: ReadDisclosure) -> Revision:
    return publish(ingest(read_sample, content=SAMPLE.read_bytes(), uploaded_by=None), by=None)


@pytest.fixture(scope="module")
def sample_once(module_db: None, read_sample: ReadDisclosure) -> int:
    """The sample filed for all tests of a module (see tests/built_once.py)."""
    return publish(ingest(read_sample, content=SAMPLE.read_bytes(), uploaded_by=None), by=None).pk


@pytest.fixture
def plain_text(db: None) -> Revision:
    """A budget that was filed as text: it has no pages to draw."""
    content = budget().encode()
    return publish(ingest(read_disclosure(content, "预算.txt"), content=content, uploaded_by=None), by=None)


@pytest.fixture
def figure(sample: Revision) -> LineItem:
    """A figure in the middle of a table: its row and column go on to every side."""
    spent = sample.line_items.printed().filter(table_kind="expenditure", function="214", nature="")
    return spent.get()


@pytest.fixture
def reader(db: None) -> Client:
    return signed_in(User.objects.create_user("reader"))


@pytest.fixture
def clerk(db: None) -> Client:
    person = User.objects.create_user("clerk", is_staff=True)
    person.groups.add(Group.objects.get(name=CLERKS))
    return signed_in(person)


@pytest.fixture
def filed(db: None) -> Revision:
    """Accounts with a project, an indicator and a figure in the text."""
    return publish(ingest(review(), content=b"first file", uploaded_by=None), by=None)


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user("zhang")


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client
