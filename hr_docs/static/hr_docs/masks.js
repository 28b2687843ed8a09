// Numbers take their usual shape while they are typed at the end of a field, and when it is left.
// The server takes every spelling: this only makes a wrong count of digits easy to see.
"use strict";

const digitsOf = (text) => text.replace(/\D/g, "");
const grouped = (digits, lengths, separators) => {
  let shaped = "";
  let from = 0;
  for (const [index, length] of lengths.entries()) {
    const part = digits.slice(from, from + length);
    if (!part) break;
    shaped += (index ? separators[index - 1] : "") + part;
    from += length;
  }
  return shaped + digits.slice(from);
};

function phone(text) {
  if (/^\s*\+(?!7)/.test(text)) return text;
  const digits = digitsOf(text).replace(/^8/, "7");
  if (digits[0] !== "7" || digits.length > 11) return text;
  const [code, first, second, third] = [[1, 4], [4, 7], [7, 9], [9, 11]].map(([a, b]) => digits.slice(a, b));
  if (!code) return text;
  return `+7 (${code}` + (first && `) ${first}`) + (second && `-${second}`) + (third && `-${third}`);
}

const isRussianPassport = (field) => field.form.elements.namedItem("identity_document")?.value === "rf_passport";
const MASKS = {
  phone: (text) => phone(text),
  snils: (text) => grouped(digitsOf(text).slice(0, 11), [3, 3, 3, 2], ["-", "-", " "]),
  department: (text) => grouped(digitsOf(text).slice(0, 6), [3, 3], ["-"]),
  bik: (text) => digitsOf(text).slice(0, 9),
  account: (text) => digitsOf(text).slice(0, 20),
  series: (text, field) => (isRussianPassport(field) ? digitsOf(text).slice(0, 4) : text),
  number: (text, field) => (isRussianPassport(field) ? digitsOf(text).slice(0, 6) : text),
};

function shape(field) {
  const shaped = MASKS[field.dataset.mask](field.value, field);
  if (shaped !== field.value) field.value = shaped;
}

document.addEventListener("input", (event) => {
  const field = event.target;
  const isTyping = event.inputType === "insertText" && field.selectionStart === field.value.length;
  if (field.dataset?.mask && isTyping) shape(field);
});

// Before the change event, on which the server is asked: it sees the shaped value.
document.addEventListener("focusout", (event) => {
  if (event.target.dataset?.mask) shape(event.target);
});
