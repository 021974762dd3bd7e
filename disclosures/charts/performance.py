"""Draw indicators and projects: results against targets, points by level, one indicator's course, rate and score."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go
from django.utils.translation import gettext as _

from disclosures.charts.layout import BAR_HEIGHT, GRID, PALETTE, Drawing, dressed, unit_colours
from disclosures.comparison.display import money_text, scaled
from disclosures.comparison.selection import MoneyScale
from disclosures.performance.measured import Measured
from disclosures.performance.points import Points
from disclosures.performance.project_years import Figure, ProjectYear
from disclosures.performance.series import project_key
from disclosures.vocabulary import Verdict

MET, MISSED, UNJUDGED = PALETTE[0], PALETTE[1], PALETTE[7]
TARGET = "#6b4fa0"
COLOURS = {Verdict.MET: MET, Verdict.MISSED: MISSED, Verdict.UNJUDGED: UNJUDGED}
# More bullets than this nobody reads; the list beside the chart has them all.
MAX_BULLETS = 30
# A result ten times its target would press all others flat: its bar ends here and its label says how far it goes.
LONGEST_BULLET = Decimal(200)
ROOM_FOR_LABELS = Decimal("1.3")
NAME_LENGTH = 16
COURSE_HEIGHT = 360


def plain(number: Decimal) -> str:
    """Return a number with thousands separators and without trailing zeros."""
    whole = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    return f"{whole:,f}"


def draw_bullets(found: Sequence[Measured]) -> Drawing | None:
    """Draw each result in percent of its target, the target as a line at 100 %; missed ones first."""
    both = [one for one in found if one.reached is not None]
    shown = sorted(both, key=lambda one: one.indicator.verdict != Verdict.MISSED)[:MAX_BULLETS]
    if not shown:
        return None
    figure = go.Figure()
    for verdict in Verdict:
        chosen = [one for one in shown if one.indicator.verdict == verdict]
        if chosen:
            figure.add_bar(**_bullet_bars(chosen, verdict))
    places = [_place(one) for one in shown]
    figure.update_yaxes(type="category", categoryorder="array", categoryarray=places)
    figure.update_yaxes(tickmode="array", tickvals=places, ticktext=[_short(one) for one in shown])
    figure.add_vline(x=100, line={"color": TARGET, "width": 2, "dash": "dot"})
    figure.update_layout(barmode="overlay")
    height = len(shown) * BAR_HEIGHT + 4 * BAR_HEIGHT
    figure.update_xaxes(range=[0, float(LONGEST_BULLET * ROOM_FOR_LABELS)])
    drawn = dressed(figure, height=height, value_title=_("完成值占指标值（%）"), horizontal=True)
    words = "；".join(_bullet_words(one) for one in shown[:8])
    return Drawing(_("完成值与指标值（虚线为指标值）"), words, drawn)


def _bullet_bars(chosen: Sequence[Measured], verdict: Verdict) -> dict[str, object]:
    return {
        "y": [_place(one) for one in chosen],
        "x": [float(min(one.reached or Decimal(0), LONGEST_BULLET)) for one in chosen],
        "name": str(verdict.label),
        "orientation": "h",
        "marker": {"color": COLOURS[verdict]},
        "text": [_bullet_text(one) for one in chosen],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [_bullet_hover(one) for one in chosen],
        "hoverinfo": "text",
    }


def _place(one: Measured) -> str:
    return str(one.indicator.pk)


def _short(one: Measured) -> str:
    name = one.indicator.level3 or one.indicator.level2
    return name if len(name) <= NAME_LENGTH else f"{name[:NAME_LENGTH]}…"


def _bullet_text(one: Measured) -> str:
    """Say the result in the magnitude of the target; a bar that was cut off says how far it goes."""
    in_wan = "万" in one.indicator.target + one.indicator.measure
    actual = (one.actual or Decimal(0)) / (10_000 if in_wan else 1)
    cut = (one.reached or Decimal(0)) > LONGEST_BULLET
    said = f"{plain(actual)}{'万' if in_wan else ''}{one.measure}"
    return f"{said}（{one.reached}%）" if cut else said


def _bullet_words(one: Measured) -> str:
    target = f"{plain(one.target)}{one.measure}"
    return _("%(name)s：指标值%(target)s，完成值%(actual)s") % {
        "name": _short(one),
        "target": target,
        "actual": _bullet_text(one),
    }


def _bullet_hover(one: Measured) -> str:
    indicator = one.indicator
    said = f"{indicator.level3}<br>{_('指标值')} {indicator.target}，{_('完成值')} {indicator.actual}"
    return f"{said}<br>{indicator.get_verdict_display()}" + _page(indicator.page)


def draw_points(points: Sequence[Points]) -> Drawing | None:
    """Draw by level what was won and what was lost."""
    if not points:
        return None
    names = [one.name for one in points]
    figure = go.Figure()
    series = ((_("得分"), MET, [one.won for one in points]), (_("扣分"), MISSED, [one.lost for one in points]))
    for name, colour, values in series:
        figure.add_bar(
            y=names,
            x=[float(value) for value in values],
            name=name,
            orientation="h",
            marker={"color": colour},
            text=[plain(value) if value else "" for value in values],
            textposition="auto",
            textangle=0,
            insidetextanchor="end",
            hovertext=[
                f"{one.level1} › {one.level2}<br>{name} {plain(value)}，{_('共')} {one.indicators} {_('项指标')}"
                for one, value in zip(points, values, strict=True)
            ],
            hoverinfo="text",
        )
    figure.update_layout(barmode="stack")
    height = len(points) * BAR_HEIGHT + 5 * BAR_HEIGHT
    drawn = dressed(figure, height=height, value_title=_("分"), horizontal=True)
    words = "；".join(f"{one.name} {_('得')}{plain(one.won)}{_('扣')}{plain(one.lost)}" for one in points)
    return Drawing(_("各类指标的得分和扣分"), words, drawn)


def draw_course(found: Sequence[Measured]) -> Drawing | None:
    """Draw one indicator over units and years: the result as a bar, the target as a line across it."""
    if not found:
        return None
    labels = [_course_label(one) for one in found]
    colours = unit_colours(dict.fromkeys(one.indicator.unit_id for one in found))
    figure = go.Figure()
    figure.add_bar(
        x=labels,
        y=[None if one.actual is None else float(one.actual) for one in found],
        width=min(0.2 * len(found), 0.7),
        name=_("完成值"),
        marker={"color": [colours[one.indicator.unit_id] for one in found]},
        hovertext=[_bullet_hover(one) for one in found],
        hoverinfo="text",
    )
    figure.add_scatter(
        x=labels,
        y=[float(one.target) for one in found],
        name=_("指标值"),
        mode="markers",
        marker={"symbol": "line-ew", "size": 36, "line": {"width": 3, "color": TARGET}},
        hoverinfo="skip",
    )
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero")
    measure = found[0].measure
    drawn = dressed(figure, height=COURSE_HEIGHT, value_title=measure)
    pairs = zip(labels, found, strict=True)
    words = "；".join(f"{label} {_('指标值')} {plain(one.target)} {_('完成值')} {_result(one)}" for label, one in pairs)
    return Drawing(_("同名指标在各单位各年度"), words, drawn)


def _course_label(one: Measured) -> str:
    project = f"<br>{one.indicator.project.name[:12]}" if one.indicator.project else ""
    return f"{one.indicator.unit.name} {one.indicator.fiscal_year}{project}"


def _result(one: Measured) -> str:
    return _("没有") if one.actual is None else plain(one.actual)


def draw_scatter(projects: Sequence[tuple[str, ProjectYear]]) -> Drawing | None:
    """Draw each evaluated project as a point: its execution rate and its score."""
    shown = [(name, year) for name, year in projects if year.rate.value is not None and year.score.value is not None]
    if len(shown) < 2:
        return None
    figure = go.Figure()
    figure.add_scatter(
        x=[float(year.rate.value or 0) for _name, year in shown],
        y=[float(year.score.value or 0) for _name, year in shown],
        mode="markers+text",
        marker={"size": 11, "color": PALETTE[0]},
        text=[project_key(name)[:8] for name, _year in shown],
        textposition="top center",
        hovertext=[_scatter_hover(name, year) for name, year in shown],
        hoverinfo="text",
        showlegend=False,
    )
    drawn = dressed(figure, height=COURSE_HEIGHT, value_title=_("自评得分"))
    drawn["layout"]["xaxis"] |= {"title": {"text": _("预算执行率（%）")}, "showgrid": True, "gridcolor": GRID}
    words = "；".join(_scatter_words(name, year) for name, year in shown[:12])
    return Drawing(_("预算执行率与自评得分"), words, drawn)


def _scatter_words(name: str, year: ProjectYear) -> str:
    score = plain(year.score.value or Decimal(0))
    return f"{name} {year.year}：{_('执行率')} {plain(year.rate.value or Decimal(0))}%，{_('得分')} {score}"


def _scatter_hover(name: str, year: ProjectYear) -> str:
    return _scatter_words(name, year) + _page(year.score.entry.page if year.score.entry else None)


def draw_money(years: Sequence[ProjectYear], money: MoneyScale) -> Drawing | None:
    """Draw a project's budget and execution over the years; what no document prints is a gap."""
    if not any(year.approved.value or year.executed.value for year in years):
        return None
    figure = go.Figure()
    labels = [str(year.year) for year in years]
    series = ((_("年初预算"), "approved"), (_("全年预算"), "revised"), (_("全年执行"), "executed"))
    words = []
    for number, (name, attribute) in enumerate(series):
        figures: list[Figure] = [getattr(year, attribute) for year in years]
        if all(one.value is None for one in figures):
            continue
        texts = ["" if one.value is None else money_text(one.value, money) for one in figures]
        figure.add_bar(
            x=labels,
            y=[None if one.value is None else float(scaled(one.value, money)) for one in figures],
            name=name,
            marker={"color": PALETTE[(0, 2, 1)[number]]},
            text=texts,
            textposition="outside",
            cliponaxis=False,
            hovertext=[
                f"{year}年{name} {text}{money.label}" + _page(one.entry.page if one.entry else None)
                for year, text, one in zip(labels, texts, figures, strict=True)
            ],
            hoverinfo="text",
        )
        words += [f"{year}年{name} {text}{money.label}" for year, text in zip(labels, texts, strict=True) if text]
    figure.update_layout(barmode="group")
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero")
    title = _("预算与执行（%(unit)s）") % {"unit": money.label}
    return Drawing(title, "；".join(words), dressed(figure, height=300, value_title=""))


def _page(page: int | None) -> str:
    return f"<br>{_('原文第')}{page}{_('页')}" if page else ""
