// Save a chart as a picture that stands alone: on paper, with sentence, title, unit, legend and the page's address.
(() => {
  "use strict";
  const WIDTH = 1080;
  const MARGIN = 40;
  const INNER = WIDTH - 2 * MARGIN;
  const INK = "#1b2733";
  const SOFT = "#4d5b68";
  const ACCENT = "#0b6e6e";
  const LONGEST_FILE_NAME = 70;
  // The drawing is put in as text: to be parsed in the page, its styles would need the page's policy to allow them.
  const PLACE = "@drawing@";

  const pen = document.createElement("canvas").getContext("2d");
  const fontOf = (layout) => layout.font.family;
  const width = (text, size, family) => {
    pen.font = `${size}px ${family}`;
    return pen.measureText(text).width;
  };
  const wrapped = (text, size, family) =>
    [...text].reduce(
      (lines, letter) => {
        if (width(lines.at(-1) + letter, size, family) > INNER) lines.push("");
        lines[lines.length - 1] += letter;
        return lines;
      },
      [""],
    );
  const element = (name, attributes, text = "") => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };

  // A sheet is written from above to below; `at` is where its next line begins.
  class Sheet {
    constructor(family) {
      this.family = family;
      this.at = MARGIN;
      this.svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", width: WIDTH });
      this.paper = element("rect", { width: WIDTH, fill: "#fff" });
      this.svg.append(this.paper);
    }
    write(text, { size, fill = INK, weight = 400 }) {
      for (const line of wrapped(text, size, this.family)) {
        const style = { "font-family": this.family, "font-size": size, "font-weight": weight, fill };
        this.svg.append(element("text", { x: MARGIN, y: this.at + size, ...style }, line));
        this.at += size * 1.5;
      }
    }
    list(legend) {
      let x = MARGIN;
      for (const { name, colour, opacity, hatching } of legend) {
        const wide = 24 + width(name, 14, this.family) + 20;
        if (x > MARGIN && x + wide > WIDTH - MARGIN) [x, this.at] = [MARGIN, this.at + 24];
        const square = { x: x + 1, y: this.at + 5, width: 12, height: 12, rx: 2, stroke: colour, "stroke-width": 2 };
        // Where the colours come round again the bars are hatched, and the square is a frame.
        this.svg.append(element("rect", { ...square, fill: hatching ? "#fff" : colour, opacity }));
        const style = { "font-family": this.family, "font-size": 14, fill: INK };
        this.svg.append(element("text", { x: x + 20, y: this.at + 16, ...style }, name));
        x += wide;
      }
      if (legend.length) this.at += 36;
    }
    place(drawing, height) {
      this.drawing = drawing;
      this.svg.append(element("g", { transform: `translate(${MARGIN},${this.at})` }, PLACE));
      this.at += height + 12;
    }
    finished() {
      const height = Math.ceil(this.at + MARGIN / 2);
      for (const one of [this.svg, this.paper]) one.setAttribute("height", height);
      this.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
      const sheet = new XMLSerializer().serializeToString(this.svg);
      return { drawing: sheet.replace(PLACE, () => this.drawing), height };
    }
  }

  const sheetOf = async (place) => {
    const json = document.getElementById(place.dataset.chart).textContent;
    const wide = Math.max(INNER, JSON.parse(json).layout.meta?.leastWidth ?? 0);
    const { figure, legend } = window.chartFitting.fitted(json, wide, "light");
    figure.layout.font.color = INK;
    const sheet = new Sheet(fontOf(figure.layout));
    const { sentence, title, values, caveat } = said(place);
    sheet.write(sentence, { size: 26, weight: 600 });
    if (title) sheet.write([title, values].filter(Boolean).join(" · "), { size: 16, fill: SOFT });
    sheet.at += 12;
    const { height } = figure.layout;
    const url = await Plotly.toImage(figure, { format: "svg", width: INNER, height });
    sheet.place(decodeURIComponent(url.slice(url.indexOf(",") + 1)), height);
    sheet.list(legend);
    if (caveat) sheet.write(caveat, { size: 14, fill: SOFT });
    sheet.write(`明账 · ${decodeURI(location.href)}`, { size: 14, fill: ACCENT });
    return sheet.finished();
  };

  const words = (chosen, within = document) => within.querySelector(chosen)?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const said = (place) => {
    const chart = place.closest(".chart");
    const title = words("[data-chart-title]", chart);
    return {
      sentence: words("h1") || title,
      title: words("h1") ? title : "",
      values: words("[data-chart-values]", chart),
      caveat: words("[data-chart-caveat]", chart),
    };
  };

  const asPicture = async ({ drawing, height }) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml;charset=utf-8" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2 * WIDTH, 2 * height];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };
  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const fileName = (place) => {
    const { sentence, title } = said(place);
    const whole = [sentence, sentence.includes(title) ? "" : title].filter(Boolean).join(" ");
    return window.chartFitting.shortened(whole.replace(/[\\/:*?"<>|]+/g, " "), LONGEST_FILE_NAME);
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-chart-download]");
    if (!button) return;
    const place = document.querySelector(`[data-chart="${button.dataset.chartDownload}"]`);
    const sheet = await sheetOf(place);
    const { format } = button.dataset;
    const blob = format === "png" ? await asPicture(sheet) : new Blob([sheet.drawing], { type: "image/svg+xml" });
    save(blob, `${fileName(place)}.${format}`);
  });
})();
