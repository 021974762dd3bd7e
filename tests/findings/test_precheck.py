"""A file is checked before it is published: on screen, as a workbook, as a PDF with boxes; nothing of it is stored."""

import io
from datetime import timedelta
from decimal import Decimal

import pypdfium2
import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from disclosures.checks.rule import NotChecked
from disclosures.precheck import CheckedFile, kept, sweep
from disclosures.precheck.written import from_json, to_json
from tests.admin.documents import budget, upload
from tests.conftest import ROOT
from tests.findings.filed import hint, wrong

pytestmark = pytest.mark.django_db

WRONG = budget().replace("一、一般公共服务支出\t50.60", "一、一般公共服务支出\t60.60")
SAMPLES = ROOT / "samples" / "documents"


def stored() -> dict[str, int]:
    """Count all that this app stores."""
    return {model.__name__: model.objects.count() for model in apps.get_app_config("disclosures").get_models()}


def checked(client: Client, text: str = WRONG) -> str:
    """Have a text checked; return the address of the result."""
    return client.post("/check/", {"document": upload(text)}).url


def test_the_result_is_shown_and_nothing_is_stored(reader: Client) -> None:
    before = stored()
    page = reader.get(checked(reader)).content.decode()
    assert stored() == before
    assert "青河市水务局 2024 预算" in " ".join(page.split())
    assert "1,060.60万元" in page
    assert "没有检查" in page


def test_a_clean_file_says_so(reader: Client) -> None:
    assert "severity-error" not in reader.get(checked(reader, budget())).content.decode()


def test_the_workbook_has_one_row_for_each_finding(reader: Client) -> None:
    address = checked(reader)
    book = load_workbook(io.BytesIO(reader.get(f"{address}result.xlsx").content))
    listed = book["检查结果"].max_row - 1
    assert listed == reader.get(address).content.decode().count('<article class="finding')
    assert listed >= 1
    assert book["未检查"].max_row > 1


def test_a_pdf_comes_back_with_boxes_and_a_list_behind_it(reader: Client) -> None:
    source = next(SAMPLES.glob("*2023年度决算公开.pdf"))
    posted = reader.post("/check/", {"document": SimpleUploadedFile(source.name, source.read_bytes())})
    answer = reader.get(f"{posted.url}result.pdf")
    with pypdfium2.PdfDocument(source) as before, pypdfium2.PdfDocument(answer.content) as after:
        assert len(after) > len(before)
        listed = "".join(after[n].get_textpage().get_text_range() for n in range(len(before), len(after)))
    assert "检查结果" in listed
    assert "没有检查的规则" in listed


def test_a_page_of_a_pdf_shows_what_is_wrong_on_it(reader: Client) -> None:
    source = next(SAMPLES.glob("上海市财政局2025*.pdf"))
    address = reader.post("/check/", {"document": SimpleUploadedFile(source.name, source.read_bytes())}).url
    assert reader.get(f"{address}pages/1.png")["Content-Type"] == "image/png"
    assert reader.get(f"{address}pages/1/").status_code == 200
    assert reader.get(f"{address}pages/9999.png").status_code == 404


def test_only_pdfs_come_back_as_pdfs(reader: Client) -> None:
    address = checked(reader)
    assert "result.pdf" not in reader.get(address).content.decode()
    assert reader.get(f"{address}result.pdf").status_code == 404
    assert reader.get(f"{address}result.exe").status_code == 404


def test_nobody_else_sees_the_result(reader: Client) -> None:
    address = checked(reader)
    other = Client()
    other.force_login(User.objects.create_user("other"))
    same_person_elsewhere = Client()
    same_person_elsewhere.force_login(User.objects.get(username="reader"))
    for client in (other, same_person_elsewhere):
        assert client.get(address).status_code == 404
        assert client.get(f"{address}result.xlsx").status_code == 404


def test_after_an_hour_everything_is_removed(reader: Client) -> None:
    sweep(timezone.now() + timedelta(days=1))
    token = checked(reader).rstrip("/").rpartition("/")[2]
    session = reader.session.session_key or ""
    assert sweep(timezone.now() + timedelta(minutes=59)) == 0
    assert kept(session, token) is not None
    assert sweep(timezone.now() + timedelta(minutes=61)) == 1
    assert kept(session, token) is None
    assert reader.get(f"/check/{token}/").status_code == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"), (b"%PDF-1.4 broken", "损坏"), (b" ", "空")],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(reader: Client, content: bytes, words: str) -> None:
    page = reader.post("/check/", {"document": SimpleUploadedFile("a.pdf", content)})
    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()
    assert words in page.content.decode()


def test_it_needs_an_account() -> None:
    assert Client().get("/check/").status_code == 302
    assert Client().post("/check/", {"document": upload(WRONG)}).status_code == 302


def test_a_result_is_read_back_as_it_was_written() -> None:
    result = CheckedFile(
        name="预算.pdf",
        sha256="0" * 64,
        media_type="application/pdf",
        page_count=3,
        unit="青河市水务局",
        fiscal_year=2024,
        kind="budget",
        tables=("收支总表",),
        amounts=7,
        findings=(wrong(difference=Decimal("0.10")), hint()),
        unchecked=(NotChecked("tables.projects", "没有读到项目支出表"),),
    )
    assert from_json(to_json(result)) == result
