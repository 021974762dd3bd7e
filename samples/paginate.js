// Cut tables where a page ends, each part a table of its own: Chromium alone leaves merged cells
// running on and rules missing. `room` is the height for content on a page, in CSS pixels.
(room) => {
  const LONELY = 3; // fewer rows than this are not left alone on a page
  const GAP = 36; // between stacked tables, as in style.css

  const top = (element) => element.getBoundingClientRect().top;
  const height = (element) => (element ? element.getBoundingClientRect().height : 0);

  // For every row its cells, each with the column that it begins in.
  const placed = (rows) => {
    const taken = rows.map(() => []);
    return rows.map((row, at) => {
      let column = 0;
      return [...row.cells].map((cell) => {
        while (taken[at][column]) column += 1;
        for (const below of taken.slice(at, at + cell.rowSpan))
          for (let over = column; over < column + cell.colSpan; over += 1) below[over] = true;
        return { cell, column };
      });
    });
  };

  // Give every merged cell that reaches over `at` a cell of its own below it.
  const cutCells = (rows, at, repeat) => {
    const cells = placed(rows);
    cells.slice(0, at).forEach((row, from) => {
      for (const { cell, column } of row) {
        const below = from + cell.rowSpan - at;
        if (below <= 0) continue;
        const rest = cell.cloneNode(repeat);
        rest.rowSpan = below;
        cell.rowSpan = at - from;
        const next = cells[at].filter((other) => other.column > column).sort((a, b) => a.column - b.column)[0];
        rows[at].insertBefore(rest, next ? next.cell : null);
        cells[at].push({ cell: rest, column });
      }
    });
  };

  // The rows that begin a page, when the table itself begins `used` down its page.
  const breaks = (rows, used, head, limit) => {
    const heights = rows.map(height);
    const starts = [];
    heights.forEach((tall, at) => {
      if (used + tall > limit) {
        starts.push(at);
        used = head;
      }
      used += tall;
    });
    const last = starts.at(-1);
    if (last && rows.length - last < LONELY) starts[starts.length - 1] = Math.max(rows.length - LONELY, (starts.at(-2) || 0) + 1);
    return { starts, used };
  };

  const split = (table, at, withHead) => {
    const part = table.cloneNode(false);
    part.append(table.querySelector("colgroup").cloneNode(true));
    if (withHead && table.tHead) part.append(table.tHead.cloneNode(true));
    const body = part.appendChild(document.createElement("tbody"));
    body.append(...[...table.tBodies[0].rows].slice(at));
    part.style.breakBefore = "page";
    table.after(part);
  };

  let y = 0;
  for (const section of document.querySelectorAll("section")) {
    const table = section.querySelector("table.figures");
    if (!table) continue;
    const landscape = section.classList.contains("wide") || document.body.classList.contains("landscape");
    const limit = landscape ? room.landscape : room.portrait;
    const rows = [...table.tBodies[0].rows];
    const above = top(rows[0]) - top(section);
    if (section.classList.contains("flow")) {
      const least = section.classList.contains("short") ? height(section) : above + height(rows[0]) * LONELY;
      if (y + GAP + least > limit) section.classList.remove("flow");
    }
    const start = section.classList.contains("flow") ? y + GAP : 0;
    const repeats = !section.classList.contains("once");
    const { starts, used } = breaks(rows, start + above, repeats ? height(table.tHead) : 0, limit);
    y = used;
    for (const at of starts.reverse()) {
      cutCells(rows, at, !section.classList.contains("review"));
      split(table, at, repeats);
      rows.length = at;
    }
    y += section.querySelector(".note") ? GAP : 0;
  }
}
