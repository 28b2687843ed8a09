// A file that the server would refuse is refused before it travels.
"use strict";

for (const input of document.querySelectorAll("input[type=file][data-max-bytes]")) {
  const refusal = document.getElementById("file-refusal");
  input.addEventListener("change", () => {
    const file = input.files[0];
    const tooLarge = Boolean(file) && file.size > Number(input.dataset.maxBytes);
    refusal.hidden = !tooLarge;
    refusal.textContent = tooLarge ? refusal.dataset.words : "";
    if (tooLarge) input.value = "";
  });
}
