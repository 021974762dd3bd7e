// Open sources in a side panel without losing the place; step through a table with the arrow keys; zoom a page.
(() => {
  "use strict";
  const panel = document.getElementById("side-panel");
  const content = panel?.querySelector("[data-panel-content]");
  const narrow = matchMedia("(max-width: 767.98px)");
  const steps = { ArrowLeft: 1, ArrowRight: 1, ArrowUp: 1, ArrowDown: 1 };
  let opener = null;
  let newest = 0;

  // The mark comes to the middle of its frame, one wider than the frame to its left edge; the page moves if it must.
  const showMark = (frame) => {
    const marked = frame?.querySelector("#mark");
    if (!marked) return;
    const [mark, around] = [marked, frame].map((place) => place.getBoundingClientRect());
    const spare = Math.max(around.width - mark.width, 24) / 2;
    frame.scrollBy(mark.left - around.left - spare, mark.top - around.top - (around.height - mark.height) / 2);
    const { top, bottom } = marked.getBoundingClientRect();
    scrollBy(0, Math.max(bottom + 24 - innerHeight, 0) + Math.min(top - 24, 0));
  };

  const failed = () => {
    const said = document.createElement("p");
    said.id = "panel-title";
    said.tabIndex = -1;
    said.textContent = panel.dataset.failed;
    content.replaceChildren(said);
  };

  // A slow answer must not overwrite the one to a later click.
  const load = async (address) => {
    const mine = ++newest;
    content.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      const text = await answer.text();
      if (mine !== newest) return;
      content.innerHTML = text;
    } catch {
      if (mine !== newest) return;
      failed();
    }
    content.removeAttribute("aria-busy");
    panel.scrollTop = 0;
    content.querySelector("#panel-title")?.focus();
    content.querySelectorAll(".source-grid").forEach(showMark);
  };

  const open = (address, from) => {
    // The page stays usable beside the panel; on a phone the panel covers it.
    if (!panel.open) {
      if (narrow.matches) panel.showModal();
      else panel.show();
      opener = from ?? document.activeElement;
    } else if (from && !panel.contains(from)) opener = from;
    if (from && !narrow.matches) {
      // The cell stays in sight: the panel takes the other side of the window.
      panel.classList.toggle("at-left", from.getBoundingClientRect().right > innerWidth - panel.offsetWidth);
    }
    document.querySelectorAll("[data-source][aria-expanded]").forEach((link) => link.removeAttribute("aria-expanded"));
    if (opener?.matches?.("[data-source]")) opener.setAttribute("aria-expanded", "true");
    load(address);
  };

  const close = () => {
    newest += 1;
    if (panel.open) panel.close();
  };

  const plain = (event) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

  if (panel) {
    panel.addEventListener("close", () => {
      content.replaceChildren();
      opener?.removeAttribute?.("aria-expanded");
      opener?.focus?.({ preventScroll: true });
      opener = null;
    });
    document.addEventListener("click", (event) => {
      if (event.target.closest("[data-close-panel]")) return close();
      const link = event.target.closest("a[data-source], #side-panel a[data-step]");
      if (!link || !plain(event)) return;
      event.preventDefault();
      open(link.href, panel.contains(link) ? null : link);
    });
    // A chart's point has the same link as its cell in the table below it.
    document.addEventListener("opensource", ({ detail }) => {
      const link = document.querySelector(`a[data-source][data-item="${detail.item}"]`);
      const bare = Number.isInteger(detail.item) ? panel.dataset.sources.replace("/0/", `/${detail.item}/`) : "";
      const address = link?.href ?? bare;
      if (address) open(address, link);
    });
  }

  const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;
  // In a zoomed page the arrow keys move the page.
  const scrolls = (target) => target.closest("[data-frame]:not(.zoom-100), .table-scroll") !== null;

  document.addEventListener("keydown", (event) => {
    if (panel?.open && event.key === "Escape") {
      event.preventDefault();
      close();
      return;
    }
    if (!steps[event.key] || !plain({ ...event, button: 0 }) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (isTyping(event.target) || scrolls(event.target)) return;
    const place = panel?.open && panel.contains(event.target) ? panel : document.querySelector("[data-source-page]");
    const link = place?.querySelector(`a[data-step="${event.key}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("a[data-zoom]");
    const frame = document.querySelector("[data-frame]");
    if (!chosen || !frame || !plain(event)) return;
    event.preventDefault();
    chosen.parentElement.querySelectorAll("a").forEach((link) => {
      link.classList.toggle("active", link === chosen);
      link.toggleAttribute("aria-current", link === chosen);
      frame.classList.toggle(`zoom-${link.dataset.zoom}`, link === chosen);
    });
    const whole = chosen.dataset.zoom === "100";
    const query = whole ? "" : `?zoom=${chosen.dataset.zoom}`;
    history.replaceState(null, "", location.pathname + query);
    document.querySelectorAll("[data-source-page] a[data-step]").forEach((link) => {
      link.href = link.pathname + query + (whole ? "" : "#mark");
    });
    showMark(frame);
  });

  // A whole page on a phone is too small to read: it opens enlarged, at its mark.
  const chosen = new URLSearchParams(location.search).has("zoom");
  if (narrow.matches && !chosen) document.querySelector('a[data-zoom="200"]')?.click();
  document.querySelectorAll("[data-frame], [data-source-page] .source-grid").forEach(showMark);
})();
