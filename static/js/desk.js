// Settle doubts by keyboard: Enter accepts, E corrects, B says the cell is blank, J and K go on and back.
"use strict";

const STEPS = {
  Enter: () => document.querySelector("[data-accept] button")?.click(),
  e: () => document.querySelector("[data-edit]")?.select(),
  b: () => document.querySelector("[data-blank]")?.click(),
  j: () => document.querySelector("a[rel=next]")?.click(),
  k: () => document.querySelector("a[rel=prev]")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
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

document.getElementById("mark")?.scrollIntoView({ block: "center" });
window.scrollTo(0, 0);
