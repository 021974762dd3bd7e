// On a phone the list of tables scrolls within itself: begin at the one that is shown.
(() => {
  "use strict";
  const list = document.querySelector(".table-list");
  const shown = list && list.querySelector("[aria-current]");
  if (shown) list.scrollTop = shown.getBoundingClientRect().top - list.getBoundingClientRect().top;
})();
