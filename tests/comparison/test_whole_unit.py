"""What the form about the whole unit lists by what the money is, is no project to compare."""

import pytest

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.models import StatementTable, Unit
from tests.reported import Report

pytestmark = pytest.mark.django_db

MONEY = {"approved_fen": 10_000_000}


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="信息中心", region="示例市")


def test_basic_expenditure_and_sums_have_no_row(unit: Unit, report: Report) -> None:
    """A project of that name in a form of its own is one; the only entry of the unit's form is the unit itself."""
    tasks = {"基本支出": [], "项目支出": [], "河道清淤": [], "合计": []}
    report(unit, 2022, {"合计": []}, kind="performance_target", 合计=MONEY)
    report(unit, 2023, tasks, kind="performance_target", 河道清淤=MONEY, 基本支出=MONEY, 合计=MONEY)
    assert labels(unit, 2023) == set(tasks)
    StatementTable._base_manager.update(kind="performance_overall")
    assert labels(unit, 2023) == {"河道清淤"}
    assert labels(unit, 2022) == {"单位整体"}


def labels(unit: Unit, year: int) -> set[str]:
    result = compare(Selection(units=(unit.pk,), years=(year,), dimension=Dimension.PROJECTS))
    return {str(row.label) for row in result.rows}
