// Send files three at a time, each with a row of its own, and let the table of uploads be worked by keyboard.
"use strict";

const AT_ONCE = 3;

function pendingRow(name) {
  const row = document.createElement("tr");
  row.className = "desk-row";
  row.innerHTML = '<td></td><th scope="row"></th><td colspan="6"></td><td></td>';
  row.children[1].textContent = name;
  row.children[2].textContent = "等待上传";
  return row;
}

function say(row, text, isTrouble) {
  row.classList.toggle("desk-row-failed", Boolean(isTrouble));
  row.children[2].textContent = text;
}

function troubleInWords(answer) {
  if (answer.status === 413) return "服务器拒收：文件太大。请压缩后再上传。";
  if (answer.status === 403 || answer.redirected) return "登录已过期或没有上传权限。请重新登录后再上传。";
  return "上传时系统出错，文件没有保存。请重试；若仍出错，请把此文件交给管理员。";
}

async function send(form, { file, folder }, row) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append("documents", file);
  body.append("folder", folder);
  if (form.elements.together.checked) body.append("together", "on");
  say(row, "正在上传…");
  let answer;
  try {
    answer = await fetch(form.dataset.uploadOne, { method: "POST", body, credentials: "same-origin" });
  } catch {
    say(row, "网络中断，文件没有上传。请检查网络后重试。", true);
    return;
  }
  if (answer.status === 400) say(row, await answer.text(), true);
  else if (!answer.ok || answer.redirected) say(row, troubleInWords(answer), true);
  else show(row, await answer.text());
}

function show(row, html) {
  const made = document.createElement("tbody");
  made.innerHTML = html;
  row.replaceWith(...made.children);
  document.body.dispatchEvent(new Event("uploaded"));
}

async function sendAll(form, files) {
  if (!files.length) return;
  const table = document.querySelector("[data-outcomes]");
  const rows = files.map(({ file }) => pendingRow(file.name));
  table.closest("form").hidden = false;
  document.querySelector("[data-nothing-yet]")?.remove();
  table.prepend(...rows);
  let next = 0;
  async function sendOn() {
    while (next < files.length) {
      const mine = next++;
      await send(form, files[mine], rows[mine]);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
  form.reset();
}

// What systems leave in folders, and nobody meant to upload.
const LITTER = ["Thumbs.db", "desktop.ini"];

function isMeant(file) {
  return !file.name.startsWith(".") && !LITTER.includes(file.name);
}

function chosenFiles(input) {
  const folderOf = (file) => file.webkitRelativePath.split("/").slice(0, -1).join("/");
  return [...input.files].filter(isMeant).map((file) => ({ file, folder: folderOf(file) }));
}

// A dropped folder is walked; readEntries gives a hundred at a time.
async function walk(entry, folder = "") {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return isMeant(file) ? [{ file, folder }] : [];
  }
  const reader = entry.createReader();
  const inside = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) break;
    inside.push(...some);
  }
  const path = folder ? `${folder}/${entry.name}` : entry.name;
  return (await Promise.all(inside.map((one) => walk(one, path)))).flat();
}

async function droppedFiles(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, folder: "" }));
  return (await Promise.all(entries.map((entry) => walk(entry)))).flat();
}

function watchDrop(form) {
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("desk-over", kind === "dragover");
    });
  }
  form.addEventListener("drop", async (event) => sendAll(form, await droppedFiles(event.dataTransfer)));
}

for (const form of document.querySelectorAll("form[data-upload-one]")) {
  watchDrop(form);
  const folder = form.querySelector("[data-folder]");
  folder.closest("label").hidden = false;
  folder.addEventListener("change", () => sendAll(form, chosenFiles(folder)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll(form, chosenFiles(form.elements.documents));
  });
}

// The table by keyboard ------------------------------------------------------------------

const NEXT = { ArrowDown: 1, ArrowUp: -1 };

function fieldsOf(row) {
  return [...row.querySelectorAll("td input:not([type=checkbox]), td select")];
}

function moveTo(row, step, column) {
  let other = row;
  do other = step > 0 ? other.nextElementSibling : other.previousElementSibling;
  while (other && !fieldsOf(other).length);
  fieldsOf(other ?? row)[column]?.focus();
}

function onKey(form, event) {
  const row = event.target.closest("tr");
  if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (row && event.key === "Enter" && event.target.matches("input:not([type=checkbox]), select")) {
    event.preventDefault();
    row.querySelector("[name=chosen]").checked = true;
    moveTo(row, 1, 0);
  } else if (row && event.key in NEXT && event.target.matches("input")) {
    event.preventDefault();
    moveTo(row, NEXT[event.key], Math.max(0, fieldsOf(row).indexOf(event.target)));
  }
}

for (const form of document.querySelectorAll("form[data-confirm]")) {
  form.addEventListener("keydown", (event) => onKey(form, event));
  // What the clerk has begun to correct is not overwritten by what a worker recognises meanwhile.
  form.addEventListener("input", (event) => {
    const row = event.target.closest("tr");
    if (!row) return;
    row.dataset.touched = "";
    if (!event.target.matches("[type=checkbox]")) row.querySelector("[name=chosen]").checked = true;
  });
  const all = form.querySelector("[data-choose-all]");
  all.hidden = false;
  all.addEventListener("click", () => {
    for (const box of form.querySelectorAll("[name=chosen]")) box.checked = true;
  });
}

document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target.matches("tr[data-touched]")) event.detail.shouldSwap = false;
});

// The page says which uploads it shows as under way: a row that is still being fetched cannot be told how far it is.
document.body.addEventListener("htmx:configRequest", (event) => {
  if (event.target.id !== "desk-queue") return;
  const moving = document.querySelectorAll("[data-outcomes] [data-moving]");
  event.detail.parameters.seen = [...moving].map((row) => row.dataset.moving).join(",");
});

document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/login/")) return;
  event.detail.shouldSwap = false;
  event.detail.target.textContent = "登录已过期。读取在后台继续，重新登录后可看到进度。";
});

// Reading a file again is queued once, not twice.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    button.textContent = form.dataset.busy;
    setTimeout(() => {
      button.disabled = true;
    });
  });
}
