// A file dropped anywhere on the field is the file that was chosen, and goes at once.
"use strict";
document.querySelectorAll(".drop").forEach((field) => {
  const input = field.querySelector("input[type=file]");
  const over = (on) => (event) => { event.preventDefault(); field.classList.toggle("over", on); };
  field.addEventListener("dragover", over(true));
  field.addEventListener("dragleave", over(false));
  field.addEventListener("drop", (event) => {
    over(false)(event);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.form.requestSubmit();
  });
});
