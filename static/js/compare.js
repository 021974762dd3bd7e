// Spare the reader a button: a changed choice is sent at once; panels close on Escape or a click elsewhere.
(() => {
  "use strict";
  document.documentElement.classList.add("has-scripts");
  const forms = document.querySelectorAll("[data-submit-on-change]");
  const CHANGED = "changed-choice";

  // The page comes anew with each choice: who chose by keyboard goes on from where they were.
  const changed = sessionStorage.getItem(CHANGED);
  sessionStorage.removeItem(CHANGED);
  const panels = () => [...document.querySelectorAll("[data-submit-on-change] details.chip")];
  const PANEL = "panel ";
  if (changed?.startsWith(PANEL)) panels()[changed.slice(PANEL.length)]?.querySelector("summary").focus();
  else if (changed) document.querySelector(`[data-submit-on-change] :is(select, input[type=checkbox])[name="${CSS.escape(changed)}"]`)?.focus();

  forms.forEach((form) => {
    // Ticking several units or years is one choice: it is sent when their panel closes.
    let changedInPanel = false;
    form.addEventListener("change", (event) => {
      if (event.target.matches("[data-no-submit]")) return;
      if (event.target.closest(".chip-panel")) changedInPanel = true;
      else {
        sessionStorage.setItem(CHANGED, event.target.name);
        form.requestSubmit();
      }
    });
    form.querySelectorAll("details.chip").forEach((panel) => {
      panel.addEventListener("toggle", () => {
        if (panel.open || !changedInPanel) return;
        sessionStorage.setItem(CHANGED, PANEL + panels().indexOf(panel));
        form.requestSubmit();
      });
    });
  });

  const closePanels = (except) => {
    document.querySelectorAll("details:is(.chip, .share-first)[open]").forEach((panel) => {
      if (panel !== except) panel.open = false;
    });
  };
  document.addEventListener("click", (event) => closePanels(event.target.closest("details:is(.chip, .share-first)")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = event.target.closest("details:is(.chip, .share-first)[open]");
    closePanels();
    open?.querySelector("summary").focus();
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    // Outside HTTPS there is no clipboard to write to: the old command copies what is selected.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand("copy");
    button.textContent = button.dataset.copied;
  });
})();
