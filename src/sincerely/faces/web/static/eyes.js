// Small helps on the pages of reviews; without them everything works by hand.

const copy = document.getElementById("copy");
const link = document.getElementById("link");
if (copy && link) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    link.select();
    await navigator.clipboard?.writeText(link.value);
    copy.textContent = "Copied";
  });
}

// Words that a reviewer marks in the letter are those that they speak of.
const only = document.getElementById("only");
const letter = document.querySelector(".picks");
if (only && letter) {
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    const words = chosen.toString().trim();
    const place = chosen.anchorNode?.parentElement?.closest(".pick");
    if (!words || !place || !letter.contains(place) || chosen.focusNode?.parentElement?.closest(".pick") !== place) return;
    place.querySelector("input").checked = true;
    only.value = words;
    only.closest("details").open = true;
  });
}
