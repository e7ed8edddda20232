// The console: buttons that call the admin interface, and a page that follows the sandbox.
"use strict";

const token = document.querySelector('meta[name="sandbox-token"]').content;
const refreshMilliseconds = 1000;

function valuesOf(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    const field = form.elements[name];
    if (value !== "") values[name] = field.type === "number" ? Number(value) : value;
  }
  return values;
}

// A fault is one text: its name, and its arguments after a colon.
function faultOf(values) {
  const { name, arguments: given, ...rule } = values;
  return { ...rule, fault: given ? `${name}:${given}` : name };
}

async function act(form) {
  const values = valuesOf(form);
  const body = form.dataset.body === "fault" ? faultOf(values) : values;
  const response = await fetch(form.dataset.path, {
    method: form.dataset.method,
    headers: { "content-type": "application/json", "x-sandbox-token": token },
    body: form.dataset.method === "DELETE" ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const result = document.getElementById("result");
  const answer = text ? JSON.parse(text) : {};
  result.textContent = response.ok ? `${form.dataset.done}.` : answer.error;
  result.className = response.ok ? "done" : "failed";
  await refresh();
}

document.addEventListener("submit", (event) => {
  if (event.target.dataset.path) {
    event.preventDefault();
    act(event.target);
  }
});

async function refresh() {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of page.querySelectorAll("[data-live]")) {
    const shown = document.getElementById(part.id);
    // What somebody is typing into stays as it is.
    if (shown && !shown.contains(document.activeElement) && shown.innerHTML !== part.innerHTML) {
      shown.innerHTML = part.innerHTML;
    }
  }
  document.body.dataset.refreshed = String(Number(document.body.dataset.refreshed || 0) + 1);
}

setInterval(() => refresh().catch(() => {}), refreshMilliseconds);
