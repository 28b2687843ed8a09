// What Bootstrap and htmx leave to the product. Every page also works without this file.
"use strict";

const root = document.documentElement;
root.classList.add("js");

// Light or dark, as the system says.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const applyTheme = () => root.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
applyTheme();
dark.addEventListener("change", applyTheme);

// Parts of a form that depend on an answer: data-when="work_mode=remote,hybrid".
// A field name may be followed by "!=", and several conditions are joined by "&".
function holds(form, condition) {
  const [, name, operator, list] = condition.match(/^([\w-]+)(!?=)(.*)$/);
  const field = form.elements.namedItem(name);
  const value = field.type === "checkbox" ? (field.checked ? "on" : "") : field.value;
  return list.split(",").includes(value) === (operator === "=");
}

function applyConditions(form) {
  for (const part of form.querySelectorAll("[data-when]")) {
    part.hidden = !part.dataset.when.split("&").every((condition) => holds(form, condition));
  }
}

// A stray click does not lose what was typed.
let unsaved = false;
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[data-conditional]")) applyConditions(form);
  document.getElementById("form-errors")?.focus();
  // A form that came back with errors holds what nobody has saved.
  unsaved = Boolean(document.querySelector("form[data-guard] #form-errors"));
});

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form) return;
  if (form.matches("[data-conditional]")) applyConditions(form);
  if (form.matches("[data-guard]")) unsaved = true;
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

// A form is sent once, however often its button is pressed; one with data-repeats (its answer is a
// file, or one of several pages) as often as somebody likes.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) {
    event.preventDefault();
    return;
  }
  if (!form.hasAttribute("data-repeats")) form.dataset.sent = "yes";
  if (form.matches("[data-guard]")) unsaved = false;  // not by the language or log-out button
  for (const button of form.querySelectorAll("[data-busy]")) {
    button.setAttribute("aria-disabled", "true");
    button.textContent = button.dataset.busy;
  }
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

document.addEventListener("click", (event) => {
  const toggle = event.target.closest(".side-toggle");
  if (toggle) {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    document.getElementById(toggle.getAttribute("aria-controls")).classList.toggle("is-open", open);
  }
  if (event.target.closest("[data-print]")) window.print();
});
