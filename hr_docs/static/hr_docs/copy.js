// Copy buttons: data-copy holds the text. Without a clipboard (or this file) the text is selectable.
"use strict";

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const said = document.querySelector("[data-copied]");
  button.classList.add("is-copied");
  if (said) said.textContent = `${said.dataset.copied}: ${button.dataset.copy}`;
  window.setTimeout(() => button.classList.remove("is-copied"), 1500);
}

if (navigator.clipboard) {
  document.documentElement.classList.add("can-copy");
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
}
