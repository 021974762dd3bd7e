// Beside the column that stays, show whole columns only: what is left of a number that is cut off reads as another one.
(() => {
  "use strict";
  const phone = matchMedia("(max-width: 767.98px)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  // Positions are fractions of pixels, and a browser may round where it scrolls to.
  const NEARLY = 1;

  const places = (table) =>
    [...table.querySelector("tbody tr:not([hidden])").cells].map((cell) => cell.getBoundingClientRect());
  const firstWidth = (table) => places(table)[0].width;
  // Where each column begins and ends, counted from the end of the first: scrolled there, it is whole.
  const columns = (table) => {
    const others = places(table).slice(1);
    return others.map((cell) => ({ start: cell.left - others[0].left, end: cell.right - others[0].left }));
  };
  const view = (box, table) => box.clientWidth - firstWidth(table);

  // The end of the table can be scrolled to as well: there is room behind it up to where a column begins.
  const measure = (box, table) => {
    const end = table.offsetWidth - box.clientWidth;
    const last = end > 0 ? columns(table).find((column) => column.start >= end - NEARLY) : undefined;
    box.style.setProperty("--whole-width", `${last ? last.start + box.clientWidth : 0}px`);
    box.style.setProperty("--first-width", `${firstWidth(table)}px`);
    box.style.setProperty("--head-height", `${table.tHead.offsetHeight}px`);
  };

  // Who scrolls by hand comes to rest on a whole column, further on in the same direction.
  const settle = (box, table, before) => {
    const now = box.scrollLeft;
    const listed = columns(table);
    const cut = listed.find((column) => column.start < now - NEARLY && column.end > now + NEARLY);
    if (!cut || cut.end - cut.start > view(box, table)) return;
    const left = now > before ? cut.end : cut.start;
    box.scrollTo({ left, behavior: calm.matches ? "auto" : "smooth" });
  };

  document.querySelectorAll(".table-scroll > .comparison").forEach((table) => {
    const box = table.parentElement;
    const watch = new ResizeObserver(() => measure(box, table));
    watch.observe(box);
    watch.observe(table);
    let before = 0;
    box.addEventListener("scrollend", () => {
      if (phone.matches) settle(box, table, before);
      before = box.scrollLeft;
    });
  });

  // Who sorted by a column goes on from its heading; the address says what is shown, not where one was.
  window.addEventListener("load", () => {
    const heading = location.hash.startsWith("#by-") && document.getElementById(location.hash.slice(1));
    if (!heading) return;
    const table = heading.closest("table");
    const box = table.parentElement;
    measure(box, table);
    heading.querySelector("a").focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start", inline: "nearest" });
    const shown = heading.getBoundingClientRect();
    const own = shown.left - table.getBoundingClientRect().left - firstWidth(table);
    // As little as brings the heading into sight, so that its neighbours stay there too.
    const least = own + shown.width - view(box, table);
    const stop = columns(table).find((column) => column.start >= least - NEARLY);
    box.scrollLeft = Math.min(stop ? stop.start : own, own);
    history.replaceState(history.state, "", location.pathname + location.search);
  });
})();
