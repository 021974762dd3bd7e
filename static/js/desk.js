// Settle doubts by keyboard: Enter says that it was read right (of an error only from the note, by a second Enter), E
// corrects (↓ and ↑ go from cell to cell), B says that the cell is blank, S that the document is wrong, M asks what a
// column or table means, P shows the next page concerned, U takes back the last step, J and K go on and back.
// Ctrl+Enter sends what was said of a column or table.
"use strict";

const cells = () => [...document.querySelectorAll("[data-edit]")];

// With several cells a key must not choose one for the clerk: it leads from one to the next, and Enter presses it.
function blank() {
  const all = [...document.querySelectorAll("[data-blank]")];
  if (all.length === 1) all[0].click();
  else all[(all.indexOf(document.activeElement) + 1) % all.length]?.focus();
}

// An error is not cleared by one key.
function accept() {
  if (document.querySelector("[data-guarded]")) document.querySelector("[data-guarded] [name=note]").focus();
  else document.querySelector("[data-accept] button")?.click();
}

let shown = 0;

function show(figure) {
  const strong = figure?.querySelector(".doubt-mark-cell");
  (strong ?? figure)?.scrollIntoView({ block: strong ? "center" : "nearest" });
}

function nextPage() {
  const figures = [...document.querySelectorAll(".doubt-page figure")];
  shown = (shown + 1) % figures.length;
  show(figures[shown]);
}

const STEPS = {
  Enter: accept,
  e: () => cells()[0]?.select(),
  b: blank,
  s: () => document.querySelector("[data-source]")?.click(),
  m: () => document.querySelector("[data-meaning]")?.click(),
  p: nextPage,
  u: () => document.querySelector("[data-undo]")?.click(),
  j: () => document.querySelector("a[rel=next]")?.click(),
  k: () => document.querySelector("a[rel=prev]")?.click(),
};

// In a cell's field letters are typed, as in any other.
const IN_A_CELL = {
  ArrowDown: (cell) => beside(cell, 1).select(),
  ArrowUp: (cell) => beside(cell, -1).select(),
  Escape: (cell) => cell.blur(),
};

function beside(cell, step) {
  const all = cells();
  return all[(all.indexOf(cell) + step + all.length) % all.length];
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    document.querySelector("[data-assign]")?.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("[data-edit]")) {
    const move = IN_A_CELL[event.key];
    if (move) {
      event.preventDefault();
      move(event.target);
    }
    return;
  }
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.target.matches("a, button, summary") && event.key === "Enter") return;
  const step = STEPS[event.key] ?? STEPS[event.key.toLowerCase()];
  if (!step) return;
  event.preventDefault();
  step();
});

// The page on which a cell is printed comes into view with its field.
document.addEventListener("focusin", (event) => {
  const page = event.target.dataset?.page;
  if (page && document.querySelectorAll(".doubt-page figure").length > 1) {
    const { scrollX, scrollY } = window;
    show(document.getElementById(page));
    window.scrollTo(scrollX, scrollY);
  }
});

show(document.querySelector(".doubt-page figure"));
document.querySelector(".doubt-grid .doubt-marked")?.scrollIntoView({ block: "center", inline: "nearest" });
window.scrollTo(0, 0);
