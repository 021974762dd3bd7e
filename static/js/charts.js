// Draw the figures that pages carry as JSON; colours follow the theme, the download button saves a picture.
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
  const colours = () => ({
    "font.color": token("--ink"),
    "hoverlabel.bgcolor": token("--paper"),
    "hoverlabel.bordercolor": token("--rule-strong"),
    "hoverlabel.font.color": token("--ink"),
  });

  const draw = async (place) => {
    const { data, layout } = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    // A map of many columns is scrolled rather than squeezed.
    if (layout.meta?.leastWidth) place.style.minWidth = `${layout.meta.leastWidth}px`;
    await Plotly.newPlot(place, data, layout, config);
    await Plotly.relayout(place, colours());
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
  document.addEventListener("themechange", () => places().forEach((place) => Plotly.relayout(place, colours())));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-chart-download]");
    if (!button) return;
    const place = document.querySelector(`[data-chart="${button.dataset.chartDownload}"]`);
    const { width, height } = place.getBoundingClientRect();
    const { format, filename } = button.dataset;
    Plotly.downloadImage(place, { format, scale: format === "png" ? 2 : 1, width, height, filename });
  });
})();
