// What comes from a page is foreign: each value is what it should be, or the message is refused.

import { Trouble } from "./desk.js";

const ADDRESS = /^[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,190}$/;
// More people are never written to at once about a job.
const MOST_PEOPLE = 10;

function wrong() {
  throw new Trouble("refused", "That did not work.");
}

export const number = (value) => (Number.isSafeInteger(value) && value > 0 ? value : wrong());
export const oneOf = (value, known) => (known.includes(value) ? value : wrong());

// A text, its halves of characters and NULs replaced, which no desk can keep.
export function text(value, most) {
  return typeof value === "string" ? value.slice(0, most).toWellFormed().replaceAll("\0", "\ufffd") : wrong();
}

export function emails(value) {
  if (!Array.isArray(value)) wrong();
  return [...new Set(value.filter((one) => typeof one === "string" && ADDRESS.test(one)).map((one) => one.toLowerCase()))].slice(0, MOST_PEOPLE);
}

export function letter(value, stages) {
  if (typeof value !== "object" || value === null) wrong();
  return {
    stage: oneOf(value.stage, stages),
    message: { subject: text(value.subject, 1_000), body: text(value.body, 20_000), to: emails(value.to) },
  };
}

export function address(value) {
  const found = URL.canParse(text(value, 2_000)) ? new URL(value) : wrong();
  return ["http:", "https:"].includes(found.protocol) ? found.href : wrong();
}

export function code(value) {
  const typed = text(value, 40).trim();
  if (typed) return typed;
  throw new Trouble("refused", "Type the code that your desk shows.");
}
