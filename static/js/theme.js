// Light or dark as the system says, unless the reader has chosen. Loaded before the page is painted.
(() => {
  "use strict";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      const kept = localStorage.getItem("theme");
      return kept === "auto" ? null : kept; // Django's admin keeps its choice in the same place, and the system's as this
    } catch {
      return null; // storage may be forbidden; then the system decides
    }
  };
  const show = () => {
    const theme = chosen() || (system.matches ? "dark" : "light");
    document.documentElement.dataset.bsTheme = theme;
    document.dispatchEvent(new CustomEvent("themechange"));
  };
  show();
  system.addEventListener("change", show);

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    const next = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
    try {
      if ((next === "dark") === system.matches) localStorage.removeItem("theme");
      else localStorage.setItem("theme", next);
    } catch {
      document.documentElement.dataset.bsTheme = next;
      return;
    }
    show();
  });
})();
