// The teleprompter: the line that is due stands out, a clock runs, and the browser's own voice can say it first.

const stage = document.getElementById("stage");
const lines = [...stage.querySelectorAll("[data-begins]")];
const told = document.getElementById("told");
const run = document.getElementById("run");
const hear = document.getElementById("hear");
const measure = document.getElementById("measure");
const end = Number(lines.at(-1)?.dataset.ends ?? 0);
// What engines of speech call 1 is about this many words a minute.
const USUAL = 150;
let began = 0;
let frame = 0;
let saying = false;

if (lines.length) {
  document.getElementById("controls").hidden = false;
  stage.querySelector(".clock").hidden = false;
}

function draw(passed) {
  document.getElementById("time").textContent = `${Math.floor(passed / 60)}:${String(Math.floor(passed % 60)).padStart(2, "0")}`;
  const bar = stage.querySelector("progress");
  bar.value = Math.min(passed, bar.max);
  bar.classList.toggle("over", passed > bar.max);
  for (const line of lines) {
    const due = line.dataset.begins <= passed && passed < line.dataset.ends;
    if (due && !line.classList.contains("due")) line.scrollIntoView({ block: "center" });
    line.classList.toggle("due", due);
    line.classList.toggle("said", line.dataset.ends <= passed);
  }
}

function tick() {
  const passed = (performance.now() - began) / 1000;
  draw(passed);
  if (passed >= end) return stop("That was it.");
  frame = requestAnimationFrame(tick);
}

function stop(words = "") {
  cancelAnimationFrame(frame);
  frame = 0;
  run.textContent = "Start";
  told.textContent = words;
}

run?.addEventListener("click", () => {
  if (frame) {
    stop();
    return draw(0);
  }
  began = performance.now();
  run.textContent = "Stop";
  told.textContent = "";
  frame = requestAnimationFrame(tick);
});

hear?.addEventListener("click", () => {
  const voice = window.speechSynthesis;
  if (!voice) return (told.textContent = "This browser has no voice.");
  if (saying) {
    voice.cancel();
    return quiet();
  }
  const words = new SpeechSynthesisUtterance(lines.map((line) => line.querySelector(".letter").textContent).join(" "));
  words.rate = Math.min(2, Math.max(0.5, Number(stage.dataset.pace) / USUAL));
  words.lang = "en";
  words.onend = quiet;
  words.onerror = () => {
    quiet();
    told.textContent = "This browser could not speak.";
  };
  saying = true;
  hear.textContent = "Be quiet";
  voice.speak(words);
});

function quiet() {
  saying = false;
  hear.textContent = "Hear it";
}

let reading = 0;
measure?.addEventListener("click", () => {
  if (!reading) {
    reading = performance.now();
    measure.textContent = "I have said the last word";
    told.textContent = "Read it aloud now, all of it.";
    return;
  }
  const form = document.getElementById("measuring");
  form.elements.seconds.value = ((performance.now() - reading) / 1000).toFixed(1);
  form.requestSubmit();
});
window.addEventListener("pagehide", () => window.speechSynthesis?.cancel());
