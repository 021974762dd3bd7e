"""Two clerks upload in the same moment: nothing is stored twice, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from disclosures.ingest import AlreadyFiled, ingest
from disclosures.models import Revision, RevisionFile, Unit
from tests.ingest.readings import read

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*contents: bytes) -> list[str]:
    """Ingest each content in a thread of its own, all in the same moment."""
    ready = Barrier(len(contents))

    def upload(content: bytes) -> str:
        ready.wait()
        try:
            return str(ingest(read(content), content=content, uploaded_by=None).number)
        except AlreadyFiled:
            return "already filed"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(contents)) as pool:
        return sorted(pool.map(upload, contents))


def test_two_files_of_one_disclosure_get_two_numbers():
    assert at_once(b"one", b"another") == ["1", "2"]
    assert (Unit.objects.count(), Revision.objects.count()) == (1, 2)


def test_one_file_uploaded_twice_is_filed_once():
    assert at_once(b"the same", b"the same") == ["1", "already filed"]
    assert RevisionFile.objects.count() == 1
