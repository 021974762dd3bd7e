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

  document.querySelectorAll("[data-folding]").forEach(refresh);
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest(".fold");
    if (!pressed) return;
    pressed.setAttribute("aria-expanded", String(pressed.getAttribute("aria-expanded") !== "true"));
    refresh(pressed.closest("[data-folding]"));
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
