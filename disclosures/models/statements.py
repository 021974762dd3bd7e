"""Statement tables as printed, and line items: one printed amount with all its dimensions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import from_fen
from disclosures.models.among import Ids
from disclosures.models.as_stored import rows_as_stored
from disclosures.models.filings import Revision, RevisionFile
from disclosures.models.finding_marks import unanswered
from disclosures.models.revision_content import ContentQuerySet, RevisionContent
from disclosures.models.units import Unit
from disclosures.vocabulary import (
    Direction,
    DisclosureKind,
    FactState,
    Fund,
    Item,
    Nature,
    Phase,
    Scope,
    TableKind,
)


class StatementTableQuerySet(ContentQuerySet["StatementTable"]):
    """Questions about tables."""

    def of_revisions(self, revisions: Iterable[Revision | int]) -> StatementTableQuerySet:
        """Keep the tables of some revisions."""
        return self.filter(revision__among=Ids(revisions))

    def in_order(self) -> StatementTableQuerySet:
        """Order by revision, then as printed."""
        return self.order_by("revision_id", "index")

    def states(self) -> list[tuple[int, int, str, bool, str]]:
        """Return each table's id, revision, kind, whether it was declared empty, and its money unit."""
        return rows_as_stored(self.values_list("id", "revision_id", "kind", "declared_empty", "money_unit"))

    def titles(self, tables: Iterable[int]) -> dict[int, str]:
        """Return the titles of some tables by their ids."""
        return dict(self.filter(pk__among=Ids(tables)).order_by().values_list("pk", "title"))

    def of_kinds(self, *kinds: str) -> StatementTableQuerySet:
        """Keep the tables of some kinds."""
        return self.filter(kind__in=kinds)

    def with_doubts(self) -> StatementTableQuerySet:
        """Count on each table the errors and doubts that the checks found in it and nobody has answered."""
        return self.annotate(doubts=models.Count("findings", filter=unanswered("revision__disclosure", "findings")))


class StatementTable(RevisionContent):
    """One table of a revision; ``grid`` keeps it exactly as printed (see ``ingest.printed_grids``).

    ``captions`` and ``notes`` are the lines printed above and below it.
    """

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="tables")
    file = models.ForeignKey(RevisionFile, verbose_name=_("原文件"), on_delete=models.CASCADE, related_name="tables")
    index = models.PositiveSmallIntegerField(_("序号"))
    kind = models.CharField(_("表种"), max_length=40, choices=TableKind.choices)
    title = models.TextField(_("表名"), blank=True)
    label = models.TextField(_("表号"), blank=True)
    money_unit = models.CharField(_("金额单位"), max_length=8, blank=True)
    pages = models.JSONField(_("页码"), default=list)
    declared_empty = models.BooleanField(_("声明为空表"), default=False)
    grid = models.JSONField(_("原表"), default=list)
    captions = models.JSONField(_("表上文字"), default=list)
    notes = models.JSONField(_("表下文字"), default=list)

    objects = StatementTableQuerySet.as_manager()

    class Meta:
        verbose_name = _("报表")
        verbose_name_plural = _("报表")
        ordering: ClassVar = ["revision", "index"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "index"], name="table_index_once_a_revision"),
            models.CheckConstraint(condition=models.Q(kind__in=TableKind.values), name="table_kind_known"),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()


class LineItemQuerySet(ContentQuerySet["LineItem"]):
    """Questions about printed amounts in the field's words; comparing is filter, group, sum."""

    def published(self) -> LineItemQuerySet:
        """Keep the figures of published revisions."""
        return self.filter(revision__state=Revision.State.PUBLISHED)

    def printed(self) -> LineItemQuerySet:
        """Keep the cells that hold a number (0.00 included)."""
        return self.filter(state=FactState.PRINTED)

    def of_year_filed(self) -> LineItemQuerySet:
        """Keep the figures of the disclosure's own year, without its prior-year columns."""
        return self.filter(fiscal_year=models.F("disclosure_year"))

    def for_units(self, units: Iterable[Unit | int]) -> LineItemQuerySet:
        """Keep the figures of some units."""
        return self.filter(unit__among=Ids(units))

    def for_years(self, years: Iterable[int]) -> LineItemQuerySet:
        """Keep the figures that are of some years."""
        return self.filter(fiscal_year__in=list(years))

    def of_revisions(self, revisions: Iterable[Revision | int]) -> LineItemQuerySet:
        """Keep the figures of some revisions."""
        return self.filter(revision__among=Ids(revisions))

    def of_kinds(self, kinds: Iterable[str]) -> LineItemQuerySet:
        """Keep the figures of some kinds of disclosure."""
        return self.filter(kind__in=kinds)

    def in_phases(self, phases: Iterable[str]) -> LineItemQuerySet:
        """Keep the figures of some stages of the year."""
        return self.filter(phase__in=phases)

    def where(self, dimensions: Mapping[str, Collection[str]]) -> LineItemQuerySet:
        """Keep the figures whose dimensions have one of the named values each."""
        return self.filter(**{f"{name}__in": list(values) for name, values in dimensions.items()})

    def as_corrected(self, at: datetime | None = None) -> LineItemQuerySet:
        """Join each figure's ``correction``: the one of its amount that stands, or that stood at a moment."""
        stands = models.Q(corrections__reverted_at__isnull=True)
        if at is not None:
            stands |= models.Q(corrections__reverted_at__gt=at)
            stands &= models.Q(corrections__made_at__lte=at)
        of_amount = models.Q(corrections__field="amount")
        return self.annotate(correction=models.FilteredRelation("corrections", condition=of_amount & stands))

    def headings(self, figures: Iterable[int]) -> dict[int, str]:
        """Return the row headings of some figures by their ids."""
        return dict(self.filter(pk__among=Ids(figures)).order_by().values_list("pk", "heading"))

    def by_class(self, kind: str, phase: str, fund: str) -> Iterable[tuple[int, str, int | None]]:
        """Return unit, functional class and fen of the amounts by class."""
        coded = self.annotate(digits=Length("function")).filter(digits=3)
        classes = coded.filter(kind=kind, phase=phase, fund=fund, nature="")
        return classes.order_by().values_list("unit_id", "function", "amount_fen")

    def without_a_box(self) -> LineItemQuerySet:
        """Keep the figures of files without pages."""
        return self.filter(box__isnull=True)

    def in_phase(self, phase: Phase) -> LineItemQuerySet:
        """Keep the figures of one stage of the year."""
        return self.filter(phase=phase)

    def places(self) -> dict[tuple[int, int], int]:
        """Return the figures' ids by row and column of their printed table; those without a place are left out."""
        placed = self.exclude(row=None).exclude(column_number=None).values_list("row", "column_number", "pk")
        return {(row, column): key for row, column, key in placed if row is not None and column is not None}

    def visible_to(self, user: Any) -> LineItemQuerySet:
        """Keep the figures of the revisions that a person may see."""
        return self.filter(revision__in=Revision.objects.visible_to(user))

    def superseded(self) -> LineItemQuerySet:
        """Keep the figures that the public saw until a newer revision was published."""
        return self.filter(revision__state=Revision.State.SUPERSEDED)

    def with_filing(self) -> LineItemQuerySet:
        """Fetch each figure's table, file and filing along with it."""
        return self.select_related("table__file", "revision__disclosure__unit", "unit")

    def in_tables(self, *kinds: str) -> LineItemQuerySet:
        """Keep the figures of some kinds of table."""
        return self.filter(table_kind__in=kinds)


class LineItem(RevisionContent):
    """One printed amount (or blank cell) with its dimensions; amounts are whole fen.

    ``fiscal_year`` is the year the figure is of, ``disclosure_year`` the year of the disclosure that prints it.
    Unit, year and kind are repeated here so that comparing needs no join. Empty strings mean "does not apply".
    """

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="line_items")
    table = models.ForeignKey(
        StatementTable, verbose_name=_("报表"), on_delete=models.CASCADE, related_name="line_items"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="line_items")
    disclosure_year = models.PositiveSmallIntegerField(_("公开年度"))
    kind = models.CharField(_("类别"), max_length=24, choices=DisclosureKind.choices)
    scope = models.CharField(_("口径"), max_length=12, choices=Scope.choices, blank=True)
    fiscal_year = models.PositiveSmallIntegerField(_("年度"))
    table_kind = models.CharField(_("表种"), max_length=40, choices=TableKind.choices)
    direction = models.CharField(_("收支"), max_length=12, choices=Direction.choices)
    phase = models.CharField(_("阶段"), max_length=12, choices=Phase.choices, blank=True)
    fund = models.CharField(_("资金"), max_length=20, choices=Fund.choices)
    nature = models.CharField(_("支出性质"), max_length=20, choices=Nature.choices, blank=True)
    function = models.CharField(_("功能科目"), max_length=12, blank=True)
    name_function = models.CharField(_("按名称对应的功能科目"), max_length=12, blank=True)
    economic = models.CharField(_("经济科目"), max_length=12, blank=True)
    item = models.CharField(_("项目"), max_length=32, choices=Item.choices, blank=True)
    heading = models.TextField(_("科目名称"), blank=True)
    column = models.TextField(_("栏目"), blank=True)
    amount_fen = models.BigIntegerField(_("金额（分）"), null=True)
    printed = models.TextField(_("原文"), blank=True)
    state = models.CharField(_("状态"), max_length=8, choices=FactState.choices)
    page = models.PositiveIntegerField(_("页码"), null=True)
    box = models.JSONField(_("位置"), null=True)
    row = models.PositiveIntegerField(_("行"), null=True)
    column_number = models.PositiveSmallIntegerField(_("列"), null=True)

    objects = LineItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("数据项")
        verbose_name_plural = _("数据项")
        ordering: ClassVar = ["table", "row", "column_number"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state="printed", amount_fen__isnull=False)
                | models.Q(state__in=["blank", "unread"], amount_fen__isnull=True),
                name="amount_exactly_where_printed",
            ),
            models.CheckConstraint(
                condition=models.Q(function="") | models.Q(economic=""), name="function_or_economic_not_both"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "fiscal_year", "kind", "table_kind"], name="compare_by_unit"),
            models.Index(fields=["fiscal_year", "kind", "table_kind", "function"], name="compare_by_function"),
            models.Index(fields=["table", "row", "column_number"], name="table_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.heading} {self.printed}"

    @property
    def amount(self) -> Decimal | None:
        """Return the amount in yuan, or None where the cell is blank."""
        return from_fen(self.amount_fen)
