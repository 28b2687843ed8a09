// Whoever works with the keyboard goes on where he was: a page that answers to what he sent begins
// at the answer, an order or a page of a list at the link that asked for it, and a part that is
// replaced under the focus does not take it away. Pages opened by a link begin at the top, as ever.
"use strict";

const ANSWER = "";  // instead of the id of an element
const askedStart = sessionStorage.getItem("start");
sessionStorage.removeItem("start");
let byKeyboard = askedStart !== null;
let nextStart = null;  // where the next page is to begin; null: at the top

document.addEventListener("keydown", () => { byKeyboard = true; }, true);
document.addEventListener("pointerdown", () => { byKeyboard = false; }, true);

function focusOn(element) {
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
  element.focus();
}

const answer = () => document.querySelector(".main > .alert, .messages .alert") ?? document.querySelector("h1");

document.addEventListener("DOMContentLoaded", () => {
  const isTaken = document.activeElement !== document.body || document.querySelector("[autofocus]");
  if (askedStart === null || isTaken || window.location.hash) return;
  const start = document.getElementById(askedStart) ?? answer();
  if (start) focusOn(start);
});

const isOfThisPage = (link) => link.host === window.location.host && link.pathname === window.location.pathname;

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  nextStart = link && isOfThisPage(link) ? link.id : null;
}, true);

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  nextStart = event.target.method === "get" ? document.activeElement.id : ANSWER;
});

// Work that is over has its page shown anew.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.getResponseHeader("HX-Refresh") === "true") nextStart = ANSWER;
});

// Not before the page goes: what was asked for may have been a file.
window.addEventListener("pagehide", () => {
  if (byKeyboard && nextStart !== null) sessionStorage.setItem("start", nextStart);
});

// A frame that holds the focus is :focus to nobody.
function markFrames() {
  for (const frame of document.querySelectorAll("iframe")) {
    frame.classList.toggle("has-focus", byKeyboard && frame === document.activeElement);
  }
}
window.addEventListener("blur", markFrames);
window.addEventListener("focus", markFrames);

function takeUp(held, id) {
  if (held.isConnected || document.activeElement !== document.body) return;
  const part = document.getElementById(id);
  const same = [...part?.querySelectorAll(held.localName) ?? []].find((each) => each.isEqualNode(held));
  const next = same ?? part?.querySelector("h2, [tabindex]") ?? answer();
  if (next) focusOn(next);
}

function hold(event) {
  const { target } = event.detail;
  const held = document.activeElement;
  if (held !== document.body && target?.contains(held)) queueMicrotask(() => takeUp(held, target.id));
}

// The swap follows these events at once, and only then the microtask.
document.addEventListener("htmx:beforeSwap", hold);
document.addEventListener("htmx:oobBeforeSwap", hold);
