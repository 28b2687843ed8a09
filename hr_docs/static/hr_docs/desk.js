// The quick desk: after each answer the field is empty and ready for the next paper.
"use strict";

document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.target.closest("form")) return;
  const field = document.getElementById("desk-q");
  if (event.detail.successful) field.value = "";
  field.focus();
});
