// Send the chosen files one by one, so that each shows how far it is and none holds up the others.
"use strict";

function cell(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function pendingRow(name) {
  const row = document.createElement("tr");
  const bar = document.createElement("progress");
  const state = cell("td", "等待读取 ");
  state.append(bar);
  row.append(cell("th", name), state, cell("td", ""));
  row.firstChild.scope = "row";
  return row;
}

function showTrouble(row, text) {
  row.className = "desk-error";
  row.children[1].textContent = text;
}

function troubleInWords(answer) {
  if (answer.status === 413) return "服务器拒收：文件太大。请压缩后再上传。";
  if (answer.status === 403 || answer.redirected) return "登录已过期或没有上传权限。请重新登录后再上传。";
  return "读取时系统出错，文件没有保存。请把此文件交给管理员。";
}

async function send(form, file, row) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append("documents", file);
  row.children[1].firstChild.textContent = "正在读取… ";
  let answer;
  try {
    answer = await fetch(form.dataset.uploadOne, { method: "POST", body, credentials: "same-origin" });
  } catch {
    showTrouble(row, "网络中断，文件没有上传。请检查网络后重试。");
    return;
  }
  if (answer.status === 400) showTrouble(row, await answer.text());
  else if (!answer.ok || answer.redirected) showTrouble(row, troubleInWords(answer));
  else row.outerHTML = await answer.text();
}

async function sendAll(form, files) {
  const table = document.querySelector("[data-outcomes]");
  const button = form.querySelector("button[type=submit]");
  const rows = files.map((file) => pendingRow(file.name));
  table.hidden = false;
  table.tBodies[0].prepend(...rows);
  button.disabled = true;
  for (const [index, file] of files.entries()) await send(form, file, rows[index]);
  button.disabled = false;
  form.reset();
}

function watchDrop(form) {
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("desk-over", kind === "dragover");
    });
  }
  form.addEventListener("drop", (event) => sendAll(form, [...event.dataTransfer.files]));
}

for (const form of document.querySelectorAll("form[data-upload-one]")) {
  watchDrop(form);
  form.addEventListener("submit", (event) => {
    const files = [...form.elements.documents.files];
    if (!files.length) return;
    event.preventDefault();
    sendAll(form, files);
  });
}

// Reading a file again takes seconds: say so, and do not send it twice.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    button.textContent = form.dataset.busy;
    setTimeout(() => {
      button.disabled = true;
    });
  });
}
