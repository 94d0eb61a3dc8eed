// The words of one's own model as they come, and a button to stop it. Without this the form waits for the whole answer.

const form = document.getElementById("asking");
const said = document.getElementById("said");
const before = document.getElementById("before");
const wrong = document.getElementById("wrong");
const doing = document.getElementById("doing");
const stop = document.getElementById("stop");
const ask = form?.querySelector("button[value=ask]");

function tell(words) {
  wrong.textContent = words;
  wrong.hidden = !words;
}

async function* lines(stream) {
  let left = "";
  for await (const piece of pieces(stream.pipeThrough(new TextDecoderStream()).getReader())) {
    const whole = (left + piece).split("\n");
    left = whole.pop();
    for (const line of whole) if (line) yield JSON.parse(line);
  }
}

async function* pieces(reader) {
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const stopped = new AbortController();
  stop.onclick = () => stopped.abort();
  tell("");
  said.textContent = "";
  said.hidden = stop.hidden = false;
  before.hidden = ask.disabled = true;
  doing.textContent = "It is writing…";
  let ended = "Your model stopped in the middle of its answer. Nothing was changed. Try again.";
  try {
    const answer = await fetch(form.dataset.words, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: stopped.signal });
    if (!answer.ok) {
      const told = answer.status === 422 ? await answer.json() : {};
      ended = told.wrong ?? "That did not work. Load the page again.";
    } else {
      for await (const line of lines(answer.body)) {
        if (line.more) said.textContent += line.more;
        if (line.wrong) ended = line.wrong;
        if (line.done) {
          doing.textContent = "Done.";
          return location.assign(line.done);
        }
      }
    }
  } catch {
    ended = stopped.signal.aborted ? "You stopped it. Nothing was changed." : "The desk does not answer. Nothing was changed.";
  }
  tell(ended);
  doing.textContent = "";
  stop.hidden = true;
  before.hidden = ask.disabled = false;
});
