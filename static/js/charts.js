// Draw the figures that pages carry as JSON, fitted to their place and theme, each with its legend below.
(() => {
  "use strict";
  // Twelve months and the marks of numbers, as plotly wants a language.
  const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
  const days = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
  Plotly.register({
    moduleType: "locale",
    name: "zh-CN",
    dictionary: {},
    format: { days, shortDays: days.map((day) => day.slice(-1)), months, shortMonths: months, date: "%Y-%m-%d" },
  });

  const config = { displayModeBar: false, displaylogo: false, responsive: true, locale: "zh-CN" };
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const theme = () => (document.documentElement.dataset.bsTheme === "dark" ? "dark" : "light");
  const withColours = (layout) => {
    layout.font.color = token("--ink");
    Object.assign(layout.hoverlabel, { bgcolor: token("--paper"), bordercolor: token("--rule-strong") });
    layout.hoverlabel.font.color = token("--ink");
    return layout;
  };

  const fit = (place) => {
    const json = document.getElementById(place.dataset.chart).textContent;
    return window.chartFitting.fitted(json, place.parentElement.clientWidth, theme());
  };

  const swatch = ({ isLine, dash, colour, opacity, hatching }) => {
    const mark = document.createElement("i");
    mark.className = isLine ? "chart-mark chart-mark-line" : "chart-mark";
    mark.dataset.hatching = hatching;
    Object.assign(mark.style, { color: colour, opacity, borderTopStyle: dash === "solid" ? "solid" : "dotted" });
    return mark;
  };
  const list = (place, legend) => {
    place.parentElement.querySelector(".chart-legend")?.remove();
    if (!legend.length) return;
    const shown = document.createElement("ul");
    shown.className = "chart-legend";
    for (const entry of legend) {
      const item = document.createElement("li");
      item.append(swatch(entry), entry.name);
      shown.append(item);
    }
    place.after(shown);
  };

  const drawn = () => [...places()].filter((place) => place.layout);
  const redraw = (place) => {
    const { figure, legend, narrow } = fit(place);
    place.dataset.narrow = narrow;
    list(place, legend);
    return Plotly.react(place, figure.data, withColours(figure.layout), config);
  };
  const draw = async (place) => {
    const { leastWidth } = fit(place).figure.layout.meta ?? {};
    // A map of many columns is scrolled rather than squeezed.
    if (leastWidth) place.style.minWidth = `${leastWidth}px`;
    await redraw(place);
    place.classList.remove("skeleton");
    // A point carries the line item it was read from; sources.js knows where that opens.
    place.on("plotly_click", ({ points }) => {
      const item = [points[0]?.customdata].flat()[0];
      if (item) place.dispatchEvent(new CustomEvent("opensource", { bubbles: true, detail: { item } }));
    });
  };
  const failed = (place) => {
    place.classList.remove("skeleton");
    place.textContent = place.dataset.failed;
  };
  const places = () => document.querySelectorAll("[data-chart]");

  places().forEach((place) => draw(place).catch(() => failed(place)));
  // A chart as wide as a window would be cut at the edge of the paper, with its last year: A4 upright is this wide.
  const PAPER = 680;
  addEventListener("beforeprint", () => drawn().forEach((place) => Plotly.relayout(place, { width: PAPER })));
  addEventListener("afterprint", () => drawn().forEach((place) => Plotly.relayout(place, { width: null, autosize: true })));
  // Plotly itself follows the width; names are broken anew where a window or a turned phone becomes narrow or wide.
  addEventListener("resize", () =>
    drawn()
      .filter((place) => String(fit(place).narrow) !== place.dataset.narrow)
      .forEach(redraw),
  );
  document.addEventListener("themechange", () => drawn().forEach(redraw));
})();
