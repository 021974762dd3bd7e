"""Draw indicators: results against targets, points by level, one indicator's course over units and years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go
from django.utils.translation import gettext as _

from disclosures.charts.hovers import page_words
from disclosures.charts.layout import BAR_HEIGHT, PALETTE, TARGET, Drawing, dressed, unit_colours
from disclosures.performance.measured import Measured
from disclosures.performance.points import Points
from disclosures.vocabulary import Operator, Verdict

MET, MISSED, UNJUDGED = PALETTE[0], PALETTE[1], PALETTE[7]
# A label within a bar is read on the bar's colour, whatever the theme.
LABEL_INK = {Verdict.MET: "#ffffff", Verdict.MISSED: "#1b2733", Verdict.UNJUDGED: "#1b2733"}
COLOURS = {Verdict.MET: MET, Verdict.MISSED: MISSED, Verdict.UNJUDGED: UNJUDGED}
# More bullets than this nobody reads; the list beside the chart has them all.
MAX_BULLETS = 30
# A result ten times its target would press all others flat: its bar ends here and its label says how far it goes.
LONGEST_BULLET = Decimal(200)
ROOM_FOR_LABELS = Decimal("1.3")
# Beside a bar longer than this, a label would lie across the line at 100 %.
NEARLY = Decimal(80)
NAME_LENGTH = 16
# Names beside bars leave no room for the bars on a phone: the chart is scrolled rather than squeezed.
LEAST_WIDTH = 620

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
        if floors := [one for one in chosen if not one.is_ceiling]:
            figure.add_bar(**_bullet_bars(floors, verdict))
        if ceilings := [one for one in chosen if one.is_ceiling]:
            figure.add_scatter(**_ceiling_marks(ceilings, verdict))
            figure.add_scatter(**_ceiling_labels(ceilings))
    places = [_place(one) for one in shown]
    figure.update_yaxes(type="category", categoryorder="array", categoryarray=places)
    figure.update_yaxes(tickmode="array", tickvals=places, ticktext=[_short(one) for one in shown])
    figure.add_vline(x=100, line={"color": TARGET, "width": 2, "dash": "dot"})
    figure.update_layout(barmode="overlay")
    height = len(shown) * BAR_HEIGHT + 4 * BAR_HEIGHT
    figure.update_xaxes(range=[0, float(LONGEST_BULLET * ROOM_FOR_LABELS)])
    drawn = dressed(figure, height=height, value_title=_("完成值占指标值（%）"), horizontal=True)
    drawn["layout"]["meta"] = {"leastWidth": LEAST_WIDTH}
    words = "；".join(_bullet_words(one) for one in shown[:8])
    if any(one.is_ceiling for one in shown):
        return Drawing(_("完成值与指标值（虚线为指标值；菱形为有上限的指标，越靠左越好）"), words, drawn)
    return Drawing(_("完成值与指标值（虚线为指标值）"), words, drawn)


def _bullet_bars(chosen: Sequence[Measured], verdict: Verdict) -> dict[str, object]:
    return {
        "y": [_place(one) for one in chosen],
        "x": [_length(one) for one in chosen],
        "name": str(verdict.label),
        "orientation": "h",
        "marker": {"color": COLOURS[verdict]},
        "text": [_bullet_text(one) for one in chosen],
        "textposition": [_label_place(one) for one in chosen],
        "insidetextanchor": "end",
        "insidetextfont": {"color": LABEL_INK[verdict]},
        "constraintext": "none",
        "cliponaxis": False,
        "hovertext": [_bullet_hover(one) for one in chosen],
        "hoverinfo": "text",
        "customdata": [item_key("indicator", one.indicator.pk) for one in chosen],
    }


def _ceiling_marks(chosen: Sequence[Measured], verdict: Verdict) -> dict[str, object]:
    """Set a result below its ceiling as a mark: a bar of nothing would not be seen, and a short one look bad."""
    return {
        "y": [_place(one) for one in chosen],
        "x": [_length(one) for one in chosen],
        "name": _("%(verdict)s（有上限的）") % {"verdict": verdict.label},
        "mode": "markers",
        "marker": {"symbol": "diamond", "size": 12, "color": COLOURS[verdict]},
        "cliponaxis": False,
        "hovertext": [_bullet_hover(one) for one in chosen],
        "hoverinfo": "text",
        "customdata": [item_key("indicator", one.indicator.pk) for one in chosen],
    }


def _ceiling_labels(chosen: Sequence[Measured]) -> dict[str, object]:
    """Say result and ceiling to the right of both."""
    return {
        "y": [_place(one) for one in chosen],
        "x": [max(_length(one), 100.0) for one in chosen],
        "mode": "text",
        "text": [f"  {_bullet_text(one)}（{_wanted(one)}）" for one in chosen],
        "textposition": "middle right",
        "cliponaxis": False,
        "showlegend": False,
        "hoverinfo": "skip",
    }


def _length(one: Measured) -> float:
    return float(min(one.reached or Decimal(0), LONGEST_BULLET))


def item_key(kind: str, pk: int) -> str:
    """Return what a point of a chart and its link in the table below are both known by."""
    return f"{kind}-{pk}"


def _label_place(one: Measured) -> str:
    """Keep labels off the line of the target: a bar that nearly reaches it holds its label inside."""
    return "inside" if NEARLY <= (one.reached or Decimal(0)) < 100 else "outside"


def _place(one: Measured) -> str:
    return str(one.indicator.pk)


def _short(one: Measured) -> str:
    name = one.indicator.level3 or one.indicator.level2
    return name if len(name) <= NAME_LENGTH else f"{name[:NAME_LENGTH]}…"


def _bullet_text(one: Measured) -> str:
    """Say the result in the magnitude of the target; a bar that was cut off says how far it goes."""
    cut = (one.reached or Decimal(0)) > LONGEST_BULLET
    said = _in_magnitude(one, one.actual or Decimal(0))
    return f"{said}（{one.reached}%）" if cut and not one.is_ceiling else said


def _in_magnitude(one: Measured, number: Decimal) -> str:
    in_wan = "万" in one.indicator.target + one.indicator.measure
    return f"{plain(number / (10_000 if in_wan else 1))}{'万' if in_wan else ''}{one.measure}"


def _wanted(one: Measured) -> str:
    """Say the target with its sign; a ceiling always has one."""
    below = "<" if one.indicator.operator == Operator.LESS_THAN else "≤"
    return f"{below if one.is_ceiling else ''}{_in_magnitude(one, one.target)}"


def _bullet_words(one: Measured) -> str:
    return _("%(name)s：指标值%(target)s，完成值%(actual)s") % {
        "name": _short(one),
        "target": _wanted(one),
        "actual": _bullet_text(one),
    }


def _bullet_hover(one: Measured) -> str:
    indicator = one.indicator
    said = f"{indicator.level3}<br>{_('指标值')} {indicator.target}，{_('完成值')} {indicator.actual}"
    return f"{said}<br>{indicator.get_verdict_display()}" + page_words(indicator.page)


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
            insidetextfont={"color": "#ffffff" if colour == MET else "#1b2733"},
            constraintext="none",
            hovertext=[
                f"{one.level1} › {one.level2}<br>{name} {plain(value)}<br>"
                + _("共 %(count)s 项指标") % {"count": one.indicators}
                for one, value in zip(points, values, strict=True)
            ],
            hoverinfo="text",
        )
    figure.update_layout(barmode="stack")
    height = len(points) * BAR_HEIGHT + 4 * BAR_HEIGHT
    drawn = dressed(figure, height=height, horizontal=True)
    drawn["layout"]["legend"] = {**drawn["layout"]["legend"], "traceorder": "normal"}
    words = "；".join(
        _("%(level)s 得 %(won)s 分，扣 %(lost)s 分")
        % {"level": one.name, "won": plain(one.won), "lost": plain(one.lost)}
        for one in points
    )
    return Drawing(_("各类指标的得分和扣分"), words, drawn, values=_("单位：分"))


def draw_course(found: Sequence[Measured]) -> Drawing | None:
    """Draw one indicator over units and years: the result as a bar, the target as a line across it."""
    if len(found) < 2:  # one bar alone is no course
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
        customdata=[item_key("indicator", one.indicator.pk) for one in found],
    )
    figure.add_scatter(
        x=labels,
        y=[float(one.target) for one in found],
        name=_("指标值"),
        mode="markers",
        marker={"symbol": "line-ew", "size": 36, "line": {"width": 3, "color": TARGET}},
        hoverinfo="skip",
        customdata=[item_key("indicator", one.indicator.pk) for one in found],
    )
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero")
    measure = found[0].measure
    drawn = dressed(figure, height=COURSE_HEIGHT)
    pairs = zip(labels, found, strict=True)
    words = "；".join(f"{label} {_('指标值')} {plain(one.target)} {_('完成值')} {_result(one)}" for label, one in pairs)
    values = _("单位：%(unit)s") % {"unit": measure} if measure else ""
    return Drawing(_("同名指标在各单位各年度"), words, drawn, values=values)


def _course_label(one: Measured) -> str:
    project = f"<br>{one.indicator.project.name[:12]}" if one.indicator.project else ""
    return f"{one.indicator.unit.name} {one.indicator.fiscal_year}{project}"


def _result(one: Measured) -> str:
    return _("没有") if one.actual is None else plain(one.actual)
