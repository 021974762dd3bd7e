// Fold the rows below a code: a button in the parent's first cell shows and hides its descendants.
(() => {
  "use strict";
  const rows = (container) => [...container.querySelectorAll("[data-key]")];
  const button = (row) => row.querySelector(":scope .fold");
  const isOpen = (row) => !button(row) || button(row).getAttribute("aria-expanded") === "true";

  const refresh = (container) => {
    const listed = rows(container);
    const byKey = new Map(listed.map((row) => [row.dataset.key, row]));
    for (const row of listed) {
      let parent = byKey.get(row.dataset.parent);
      let shown = true;
      while (parent && shown) {
        shown = isOpen(parent);
        parent = byKey.get(parent.dataset.parent);
      }
      row.hidden = !shown;
    }
  };

  // Sorting brings the page anew with the same rows: in this tab they stay folded. Another question begins unfolded.
  const SAME_ROWS = ["order", "sort", "money", "measure", "chart", "row"];
  const place = () => {
    const asked = new URLSearchParams(location.search);
    SAME_ROWS.forEach((name) => asked.delete(name));
    return `folded ${location.pathname}?${asked}`;
  };
  const isKept = (container) => container.dataset.folding === "kept";
  // Storage may be forbidden, as it often is in a page within another site's; then nothing is kept.
  const stored = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  };
  const keep = (container) => {
    const folded = rows(container).filter((row) => !isOpen(row)).map((row) => row.dataset.key);
    stored((kept) => (folded.length ? kept.setItem(place(), JSON.stringify(folded)) : kept.removeItem(place())));
  };
  const recall = (container) => {
    const folded = new Set(JSON.parse(stored((kept) => kept.getItem(place())) ?? "[]"));
    for (const row of rows(container)) {
      if (folded.has(row.dataset.key)) button(row)?.setAttribute("aria-expanded", "false");
    }
  };

  document.querySelectorAll("[data-folding]").forEach((container) => {
    if (isKept(container)) recall(container);
    refresh(container);
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest(".fold");
    if (!pressed) return;
    const container = pressed.closest("[data-folding]");
    pressed.setAttribute("aria-expanded", String(pressed.getAttribute("aria-expanded") !== "true"));
    refresh(container);
    if (isKept(container)) keep(container);
  });
  document.addEventListener("click", (event) => {
    const all = event.target.closest("[data-fold-all]");
    if (!all) return;
    const container = document.getElementById(all.dataset.foldAll);
    const open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    container.querySelectorAll(".fold").forEach((fold) => fold.setAttribute("aria-expanded", String(open)));
    refresh(container);
  });
})();
