// Say that a form that takes a while is being worked on, and keep it from being sent twice.
(() => {
  "use strict";
  document.querySelectorAll("form[data-wait]").forEach((form) => {
    form.addEventListener("submit", () => {
      form.querySelector("[data-wait-for]").hidden = false;
      form.querySelector("[type=submit]").disabled = true;
    });
    // The browser's way back shows the form as it was left.
    addEventListener("pageshow", () => {
      form.querySelector("[data-wait-for]").hidden = true;
      form.querySelector("[type=submit]").disabled = false;
    });
  });
})();
