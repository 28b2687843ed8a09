// What the check says of a field is told beside the field too, and a screen reader reads it there.
"use strict";

function takeAway(note) {
  const control = document.getElementById(note.dataset.of);
  const left = (control?.getAttribute("aria-describedby") ?? "").split(" ")
    .filter((id) => id && id !== note.id);
  if (left.length) control.setAttribute("aria-describedby", left.join(" "));
  else control?.removeAttribute("aria-describedby");
  note.remove();
}

function place(finding, number) {
  const control = document.getElementById(finding.dataset.control);
  const box = document.getElementById(`div_${finding.dataset.control}`);
  if (!control || !box) return;
  const note = document.createElement("p");
  note.id = `finding-${number}`;
  note.className = `field-finding is-${finding.dataset.severity}`;
  note.lang = "ru";  // the language of the law
  note.dataset.of = control.id;
  note.append(finding.querySelector(".finding-words").textContent, " ");
  note.append(finding.querySelector(".finding-rule").cloneNode(true));
  box.append(note);
  const described = [control.getAttribute("aria-describedby"), note.id].filter(Boolean);
  control.setAttribute("aria-describedby", described.join(" "));
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "form-findings") return;
  document.querySelectorAll(".field-finding").forEach(takeAway);
  event.target.querySelectorAll(".finding[data-control]").forEach(place);
});

// What has not changed is not announced again.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (target.innerHTML === fragment.innerHTML) event.detail.shouldSwap = false;
});
