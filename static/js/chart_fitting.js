// Fit a figure to where it is drawn: its colours to the theme, its names and labels to a narrow screen.
window.chartFitting = (() => {
  "use strict";
  // Below this many pixels names beside bars take lines of few letters, and names at lines move into the legend.
  const NARROW = 560;
  const LETTERS = 7;
  const LINE = 17;
  const MOST_LETTERS = 3 * LETTERS;

  const shortened = (word, most) => {
    if (word.length <= most) return word;
    const start = Math.floor((most - 1) / 3);
    return `${word.slice(0, start)}…${word.slice(start + 1 - most)}`;
  };
  const pieces = (word) => {
    const size = Math.ceil(word.length / Math.ceil(word.length / LETTERS));
    return Array.from({ length: Math.ceil(word.length / size) }, (_, at) => word.slice(at * size, (at + 1) * size));
  };
  const lines = (name) =>
    String(name)
      .split(/ |<br>/)
      .filter(Boolean)
      .flatMap((word) => pieces(shortened(word, MOST_LETTERS)));

  const isSideways = ({ data }) => data.some((trace) => trace.orientation === "h" || trace.mode === "markers+text");
  const places = ({ data, layout }) =>
    layout.yaxis.tickvals ?? [...new Set(layout.yaxis.categoryarray ?? data.flatMap((trace) => trace.y ?? []))];

  // Names beside bars break into lines; the hover says them whole.
  const withBrokenNames = (figure) => {
    const { data, layout } = figure;
    const vals = places(figure);
    const names = (layout.yaxis.ticktext ?? vals).map(lines);
    Object.assign(layout.yaxis, { tickmode: "array", tickvals: vals, ticktext: names.map((name) => name.join("<br>")) });
    Object.assign(layout.xaxis, { tickangle: 0, nticks: 4 });
    const tallest = Math.max(...names.map((name) => name.length), 1);
    layout.height = Math.max(layout.height, vals.length * (tallest * LINE + 8) + 56);
    layout.margin.r = Math.min(layout.margin.r, Math.max(40, 10 + 8 * longest(data)));
  };
  const longest = (data) => Math.max(0, ...data.flatMap((trace) => trace.text ?? []).map((text) => String(text).length));

  const narrowed = (figure) => {
    const { layout } = figure;
    if (isSideways(figure) && layout.yaxis) withBrokenNames(figure);
    const short = layout.meta?.shortEnds;
    if (!short) return figure;
    const ends = layout.annotations.filter((one) => one.name === "end");
    ends.forEach((one, number) => (one.text = short[number]));
    layout.margin.r = layout.meta.roomAtShortEnds;
    return figure;
  };

  const inTheme = (figure, theme) => {
    for (const trace of figure.data) if (trace.type === "heatmap") trace.colorscale = figure.layout.meta.heat[theme];
    return figure;
  };

  // A figure for so many pixels of width; names at lines are the legend where there is room for them.
  const fitted = (json, width, theme) => {
    const figure = inTheme(JSON.parse(json), theme);
    const { layout } = figure;
    const narrow = width < NARROW && !layout.meta?.leastWidth;
    const named = !narrow && Boolean(layout.meta?.roomAtEnds);
    if (named) layout.margin.r = layout.meta.roomAtEnds;
    const legend = named ? [] : entries(figure);
    layout.showlegend = false;
    return { figure: narrow ? narrowed(figure) : figure, legend, narrow };
  };

  // What each colour stands for, as the page and the saved picture list it.
  const entries = ({ data, layout }) => {
    const named = data.filter((trace) => trace.name && trace.showlegend !== false);
    if (layout.showlegend === false || (named.length < 2 && !layout.showlegend)) return [];
    return named.map(({ name, type, line, marker, mode }) => ({
      name,
      isLine: type === "scatter" && mode?.includes("lines"),
      dash: line?.dash ?? "solid",
      colour: [line?.color ?? marker?.color].flat()[0],
      opacity: marker?.opacity ?? 1,
      hatching: marker?.pattern?.shape ?? "",
    }));
  };

  return { fitted, shortened };
})();
