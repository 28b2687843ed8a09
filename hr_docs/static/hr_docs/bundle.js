// «Печать»: the browser's own dialogue for the PDF in the frame. Without this file the link to the
// PDF in a new tab does the same.
"use strict";

const showPrintButtons = () => {
  for (const button of document.querySelectorAll("[data-print-frame]")) button.hidden = false;
};

document.addEventListener("DOMContentLoaded", showPrintButtons);
document.addEventListener("htmx:afterSwap", showPrintButtons);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print-frame]");
  if (!button) return;
  const frame = document.getElementById(button.dataset.printFrame);
  try {
    frame.contentWindow.focus();
    frame.contentWindow.print();
  } catch {
    window.open(frame.src, "_blank", "noopener"); // a viewer that keeps its frame to itself
  }
});
