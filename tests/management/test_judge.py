"""When the rules change, what is filed is judged anew and stays as printed."""

from io import StringIO

from django.core.management import call_command

from disclosures.models import PerformanceIndicator, Unit
from tests.reported import Report, row


def test_filed_indicators_are_judged_anew(report: Report) -> None:
    unit = Unit.objects.create(name="示例市信息中心", region="示例市")
    report(unit, 2023, {"运维": [row("产出指标", "数量指标", "会议次数", ">150次", "150次", 10, 10, operator=">")]})
    PerformanceIndicator._base_manager.update(verdict="met", points_lost=None)
    said = StringIO()
    call_command("judge", stdout=said)
    one = PerformanceIndicator.objects.get()
    assert (one.verdict, one.points_lost, one.actual) == ("missed", 0, "150次")
    assert "1 项" in said.getvalue()
