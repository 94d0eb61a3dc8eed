// Keys, toasts and second clicks. Every page works without it.
"use strict";

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

function go(selector) {
  const link = document.querySelector(selector);
  if (link) link.click();
}

function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return;
  const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = rows[Math.max(0, Math.min(rows.length - 1, here + by))];
  (next.matches("a, button") ? next : next.querySelector("a, button")).focus();
}

const KEYS = {
  n: () => go("[data-next]"),
  y: () => go("[data-yes]"),
  t: () => go("[data-key=t]"),
  a: () => go("[data-key=a]"),
  p: () => go("[data-key=p]"),
  w: () => go("[data-key=w]"),
  "?": () => go("[data-key=h]"),
  "/": () => document.querySelector("[data-key='/']")?.focus(),
  j: () => step(1),
  k: () => step(-1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (typing(event.target) || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

// On a phone the head's row is longer than the screen: the open page's own name shows.
document.querySelector(".head [aria-current]")?.scrollIntoView({block: "nearest", inline: "center"});

document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close]");
  if (close) close.parentElement.remove();
});

// A form goes once: a second click before the answer is no second wish. Coming back to the page makes it ready again.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) return event.preventDefault();
  event.target.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// What stood in the page when it came is not read out: say it again once the reader listens.
window.addEventListener("load", () => {
  const toasts = document.getElementById("toasts");
  const told = [...toasts.children];
  if (told.length) setTimeout(() => toasts.replaceChildren(...told), 150);
});
