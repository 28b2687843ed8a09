// Signatories and sites of the employer that is chosen beside them. The server checks it again.
"use strict";

function narrow(form) {
  const employer = form.elements.namedItem("employer")?.value;
  for (const select of form.querySelectorAll("select:has(option[data-employer])")) {
    for (const option of select.options) {
      const isForeign = Boolean(employer && option.dataset.employer && option.dataset.employer !== employer);
      option.hidden = option.disabled = isForeign;
    }
    const chosen = select.selectedOptions[0];
    const own = [...select.options].filter((option) => option.dataset.employer && !option.disabled);
    if (chosen?.disabled) select.value = own.length === 1 ? own[0].value : "";
    else if (!select.value && employer && own.length === 1) select.value = own[0].value;
  }
}

document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[data-guard]")) narrow(form);
});
document.addEventListener("change", (event) => {
  if (event.target.name === "employer" && event.target.form?.matches("[data-guard]")) narrow(event.target.form);
});
