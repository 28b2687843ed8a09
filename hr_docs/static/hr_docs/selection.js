// Choosing rows of a list. The boxes and buttons work without this file; it counts, chooses the
// whole page, and takes a range with Shift. Nothing is remembered: a new page, another filter or
// another order begins with nothing chosen, so that nobody acts on rows that he does not see.
"use strict";

const rowBoxes = () => [...document.querySelectorAll('tbody input[type="checkbox"][form="selection"]')];
const inSelection = (element) => element.matches?.('input[type="checkbox"]') && element.form?.id === "selection";
let lastBox = null;

function showSelection() {
  const form = document.getElementById("selection");
  if (!form) return;
  const boxes = rowBoxes();
  const everything = form.elements.namedItem("everything");
  const isAll = Boolean(everything?.checked);
  const ticked = boxes.filter((box) => box.checked).length;
  for (const box of boxes) {
    box.disabled = isAll;
    box.closest("tr").classList.toggle("is-chosen", isAll || box.checked);
  }
  const whole = document.querySelector(".choose-page");
  whole.disabled = isAll;
  whole.checked = isAll || (ticked > 0 && ticked === boxes.length);
  whole.indeterminate = !isAll && ticked > 0 && ticked < boxes.length;
  const counter = form.querySelector(".chosen-count");
  const count = isAll ? everything.dataset.count : ticked;
  const words = isAll || ticked ? `${counter.dataset.words} ${count}` : counter.dataset.nothing;
  if (counter.textContent !== words) counter.textContent = words;
  for (const button of form.querySelectorAll("button")) button.disabled = !isAll && !ticked;
}

function tickRange(box) {
  const boxes = rowBoxes();
  const [from, to] = [boxes.indexOf(lastBox), boxes.indexOf(box)].sort((a, b) => a - b);
  if (from >= 0) for (const each of boxes.slice(from, to + 1)) each.checked = box.checked;
}

document.addEventListener("click", (event) => {
  const box = event.target;
  if (!inSelection(box) || !box.closest("tbody")) return;
  if (event.shiftKey && lastBox) tickRange(box);
  lastBox = box;
  showSelection();
});

document.addEventListener("change", (event) => {
  const box = event.target;
  if (!inSelection(box)) return;
  if (box.classList.contains("choose-page")) {
    for (const each of rowBoxes()) each.checked = box.checked;
  }
  if (box.name === "everything") for (const each of rowBoxes()) each.checked = box.checked;
  showSelection();
});

document.addEventListener("DOMContentLoaded", showSelection);
document.addEventListener("htmx:afterSettle", showSelection);
