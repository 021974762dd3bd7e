"""The desk of doubts: what was not read for sure is settled one by one before anything is published."""

from decimal import Decimal

import pytest
from django.urls import reverse

from disclosures.evidence import Box, Finding, Place
from disclosures.extraction.readings import Figure, Indicator
from disclosures.ingest import NotPossible, ingest, publish
from disclosures.ingest.publication import EVERYTHING
from disclosures.models import AuditEntry, Correction, FindingMark, Revision
from disclosures.pipeline import read_disclosure
from disclosures.vocabulary import FigureUnit, Phase, Severity
from tests.admin.documents import budget
from tests.ingest.readings import fact, read

pytestmark = pytest.mark.django_db

UNREAD = Finding(
    "unread.amount", Severity.WARNING, "“1,050.6O”不是数字", (3,), table=0, boxes=((3, Box(60, 40, 100, 60)),)
)
SUM = Finding("arithmetic.total", Severity.ERROR, "合计不符", (3,), table=0)


@pytest.fixture
def draft(db):
    return ingest(read(findings=(SUM, UNREAD)), content=b"first file", uploaded_by=None)


def desk(draft):
    return reverse("admin:disclosures_revision_doubts", args=[draft.pk])


def answer(client, finding, **said):
    address = reverse("admin:disclosures_revision_answer", args=[finding.revision_id, finding.pk])
    return client.post(address, said, follow=True).content.decode()


def test_what_was_not_read_comes_first_and_blocks_publishing(clerk, draft):
    shown = clerk.get(desk(draft)).content.decode()
    assert "第 1 处，共 2 处" in shown
    assert shown.index("不是数字") < shown.index("合计不符")
    assert "处理后才能发布" in shown
    with pytest.raises(NotPossible, match="1 处没有读准"):
        publish(draft, by=None)
    review = clerk.get(reverse("admin:disclosures_revision_review", args=[draft.pk])).content.decode()
    assert "还有 1 处没有读准的内容待核对" in review
    assert desk(draft) in review


def test_a_correction_settles_the_doubt_and_keeps_what_was_read(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    assert "合计不符" in answer(clerk, doubt, step="correct", item=item.pk, value="1,060.80")
    correction = Correction.objects.get()
    assert (correction.line_item, correction.amount, correction.printed) == (item, Decimal("10608000.00"), "1,050.60")
    item.refresh_from_db()
    assert item.amount == Decimal("10506000.00")
    with pytest.raises(NotPossible, match=r"还有 1 处错误待处理"):
        publish(draft, by=None)
    answer(clerk, draft.findings.get(code="arithmetic.total"), step="accept", note="原文如此")
    assert publish(draft, by=None).state == Revision.State.PUBLISHED


def test_a_cell_that_is_blank_in_print_is_marked_as_blank(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    answer(clerk, doubt, step="blank", item=item.pk)
    assert Correction.objects.get().amount is None


def test_what_is_no_number_is_refused_and_the_doubt_stays(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    shown = answer(clerk, doubt, step="correct", item=item.pk, value="一千")
    assert "“一千”不是金额" in shown
    assert "第 1 处，共 2 处" in shown
    assert not Correction.objects.exists()


def test_when_all_is_settled_the_desk_leads_back_to_publishing(clerk, draft):
    for finding in draft.findings.all():
        shown = answer(clerk, finding, step="accept", note="已与原件核对")
    assert "疑点已全部处理" in shown
    assert AuditEntry.objects.filter(action="changed").count() == 2
    publish(draft, by=None)


def test_a_cell_of_another_draft_cannot_be_corrected_here(clerk, draft):
    other = ingest(read(b"second file"), content=b"second file", uploaded_by=None)
    doubt = draft.findings.get(code="unread.amount")
    address = reverse("admin:disclosures_revision_answer", args=[draft.pk, doubt.pk])
    said = {"step": "blank", "item": other.line_items.first().pk}
    assert clerk.post(address, said).status_code == 404


def test_a_published_revision_has_no_desk(clerk, draft):
    publish(draft, by=None, despite=EVERYTHING)
    assert clerk.get(desk(draft)).status_code == 404


def test_a_correction_is_checked_at_once_and_says_what_else_it_solved(clerk):
    content = budget().replace("农林水支出\t1,000.00", "农林水支出\t1,900.00").encode()
    misread = ingest(read_disclosure(content, "预算.txt"), content=content, uploaded_by=None)
    wrong = misread.findings.filter(severity="error")
    first, count = wrong.first(), wrong.count()
    item = misread.line_items.get(printed="1,900.00")
    shown = answer(clerk, first, step="correct", item=item.pk, value="1000")
    assert not wrong.standing().exists()
    assert ("随之解决" in shown) == (count > 1)
    assert not FindingMark.objects.exists(), "what is solved needs no answer"


def test_an_error_of_the_document_is_answered_as_such(clerk, draft):
    answer(clerk, draft.findings.get(code="arithmetic.total"), step="source", note="原文如此")
    assert FindingMark.objects.get().answer == "source_error"


def test_an_amount_may_name_its_own_unit(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    answer(clerk, doubt, step="correct", item=item.pk, value="10508000元")
    assert Correction.objects.get().amount == Decimal("10508000.00")


def test_an_amount_many_times_off_is_stored_only_when_said_again(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    shown = answer(clerk, doubt, step="correct", item=item.pk, value="10506000")
    assert "约10,000倍" in shown
    assert 'name="sure" value="10506000"' in shown
    assert not Correction.objects.exists()
    answer(clerk, doubt, step="correct", item=item.pk, value="10506000", sure="10506000")
    assert Correction.objects.get().amount == Decimal("105060000000.00")


def test_what_was_typed_stays_in_its_field_beside_the_trouble(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    shown = answer(clerk, doubt, step="correct", item=item.pk, value="12x")
    assert 'value="12x"' in shown
    assert 'aria-invalid="true"' in shown


def test_what_was_stored_is_said_on_the_next_page_and_can_be_taken_back(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    shown = answer(clerk, doubt, step="correct", item=item.pk, value="1060.8")
    assert "更正为10,608,000.00 元" in shown
    shown = answer(clerk, doubt, step="undo", correction=Correction.objects.get().pk)
    assert "不是数字" in shown
    assert not Correction.objects.standing().exists()
    assert not FindingMark.objects.standing().exists()


def test_nobody_takes_back_the_correction_of_another(clerk, reviewer, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    answer(reviewer, doubt, step="accept")
    answer(clerk, doubt, step="correct", item=item.pk, value="1060.8")
    answer(reviewer, doubt, step="undo", correction=Correction.objects.get().pk)
    assert Correction.objects.standing().exists()


PROSE = Finding(
    "prose.table_amount", Severity.ERROR, "文字与表不一致", (1, 3),
    boxes=((1, Box(70, 100, 500, 112)), (3, Box(60, 40, 100, 60))),
    places=(
        Place("收入预算", "1,050.60万元", 1, Box(70, 100, 500, 112)),
        Place("合计", "1,050.60", 3, Box(60, 40, 100, 60)),
    ),
)  # fmt: skip


def test_a_doubt_of_the_text_offers_the_cell_and_the_sentence_and_shows_the_cells_table(clerk):
    figure = Figure(
        topic="total_revenue", value=Decimal("10506000.00"), unit=FigureUnit.YUAN, fiscal_year=2024,
        phase=Phase.APPROVED, page=1, box=Box(70, 100, 500, 112), sentence="收入预算1,050.60万元。",
    )  # fmt: skip
    draft = ingest(read(findings=(PROSE,), facts=(fact(),), figures=(figure,)), content=b"first file", uploaded_by=None)
    doubt = clerk.get(desk(draft)).context["doubt"]
    cell, sentence = doubt.cells
    assert (cell.unit.label, cell.value, sentence.unit.label, sentence.value) == ("万元", "1050.6", "万元", "1050.6")
    assert [shown.table.title for shown in doubt.tables] == ["收支总表"]
    answer(clerk, doubt.finding, step="correct", item=sentence.key, value="1060.80")
    assert Correction.objects.get().figure.value == "10608000.00"


def test_a_row_of_an_indicator_is_corrected_at_its_doubt(clerk):
    place = Box(10, 100, 500, 120)
    nameless = Indicator(table=0, project="河道清淤", level1="满意度指标", target="≥90%", page=3, box=place)
    unsure = Finding("unread.indicator", Severity.WARNING, "三级指标名称缺失", (3,), boxes=((3, place),))
    draft = ingest(read(findings=(unsure,), indicators=(nameless,)), content=b"first file", uploaded_by=None)
    doubt = clerk.get(desk(draft)).context["doubt"]
    answer(clerk, doubt.finding, step="correct", item=doubt.cells[0].key, value="群众满意度")
    assert draft.indicators.get().level3 == "群众满意度"


def test_where_nothing_can_be_corrected_the_desk_says_what_to_do(clerk, draft):
    shown = clerk.get(desk(draft), {"at": draft.findings.get(code="arithmetic.total").pk}).content.decode()
    assert "此处没有可以直接更正的格" in shown


def test_what_blocks_publishing_comes_next_even_after_a_mere_doubt(clerk):
    doubts = (Finding("a.b", Severity.WARNING, "甲"), Finding("a.c", Severity.WARNING, "乙"), SUM)
    draft = ingest(read(findings=doubts), content=b"first file", uploaded_by=None)
    answer(clerk, draft.findings.get(message="甲"), step="accept")
    address = reverse("admin:disclosures_revision_answer", args=[draft.pk, draft.findings.get(message="乙").pk])
    shown = clerk.post(address, {"step": "accept"}, follow=True)
    assert shown.context["doubt"].finding.message == "合计不符"


def test_the_review_counts_as_unread_what_blocks_and_no_hint(clerk):
    hint = Finding("unread.column", Severity.HINT, "一栏未读取", (3,))
    draft = ingest(read(findings=(hint,)), content=b"first file", uploaded_by=None)
    review = clerk.get(reverse("admin:disclosures_revision_review", args=[draft.pk]))
    assert review.context["review"].unread == 0


def test_the_review_lists_what_blocks_publishing_with_a_way_to_each(clerk, draft):
    review = clerk.get(reverse("admin:disclosures_revision_review", args=[draft.pk])).content.decode()
    assert "发布前还有 2 处待处理" in review
    for finding in draft.findings.all():
        assert f"{desk(draft)}?at={finding.pk}" in review
    for finding in draft.findings.all():
        answer(clerk, finding, step="accept")
    review = clerk.get(reverse("admin:disclosures_revision_review", args=[draft.pk])).content.decode()
    assert "待处理" not in review


def test_undoing_a_correction_brings_back_the_one_that_it_replaced(clerk, reviewer, draft):
    """The clerk's 1,060.80 stands again, as the reviewer's who brought it back; what was taken back stays so."""
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    answer(clerk, doubt, step="correct", item=item.pk, value="1060.8")
    total = draft.findings.get(code="arithmetic.total")
    answer(reviewer, total, step="correct", item=item.pk, value="1070.9")
    later = Correction.objects.standing().get()
    shown = answer(reviewer, total, step="undo", correction=later.pk)
    assert "恢复为此前的更正：10,608,000.00 元" in shown
    again = Correction.objects.standing().get()
    first = Correction.objects.earliest("pk")
    assert (again.amount, again.reason, again.cause) == (first.amount, first.reason, first.cause)
    assert again.made_by.username == later.made_by.username
    later.refresh_from_db()
    assert first.reverted_at < later.reverted_at <= again.made_at
    entry = AuditEntry.objects.filter(action="revoked", before__amount=later.value).get()
    assert entry.after == {"amount": first.value}


def test_undoing_twice_leads_back_to_what_was_read(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    for value in ("1060.8", "1070.9"):
        answer(clerk, doubt, step="correct", item=item.pk, value=value)
    for _time in range(2):
        answer(clerk, doubt, step="undo", correction=Correction.objects.standing().get().pk)
    assert not Correction.objects.standing().exists()
    assert Correction.objects.count() == 3


def test_a_correction_taken_back_by_itself_does_not_come_back_with_the_undoing_of_a_later_one(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    answer(clerk, doubt, step="correct", item=item.pk, value="1060.8")
    answer(clerk, doubt, step="undo", correction=Correction.objects.standing().get().pk)
    answer(clerk, doubt, step="correct", item=item.pk, value="1070.9")
    shown = answer(clerk, doubt, step="undo", correction=Correction.objects.standing().get().pk)
    assert "已撤销，恢复为原来的内容" in shown
    assert not Correction.objects.standing().exists()
