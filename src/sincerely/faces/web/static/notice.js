// The notice on the screen: asked for on the page of reminders, shown by any page that is open, once a day.
(() => {
  const WANTED = "notice", SHOWN = "notice-day", EVERY = 10 * 60 * 1000;
  const wanted = () => localStorage.getItem(WANTED) === "on" && window.Notification && Notification.permission === "granted";

  async function look() {
    if (!wanted()) return;
    let told;
    try {
      const answer = await fetch("/owed.json", { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      told = await answer.json();
    } catch { return; }
    if (!told.owed || localStorage.getItem(SHOWN) === told.day) return;
    localStorage.setItem(SHOWN, told.day);
    const notice = new Notification("Sincerely", { body: told.owed === 1 ? "One thing is owed today." : `${told.owed} things are owed today.`, tag: "sincerely-day" });
    notice.onclick = () => { window.focus(); location.assign("/"); };
  }

  const place = document.getElementById("notice");
  if (place && window.Notification) {
    place.hidden = false;
    const said = place.querySelector("[data-notice-said]");
    const show = () => {
      place.querySelector("[data-notice=on]").hidden = wanted();
      place.querySelector("[data-notice=off]").hidden = !wanted();
      said.textContent = Notification.permission === "denied" ? "Your browser does not allow notices from this page. You can change that in its settings." : "";
    };
    place.addEventListener("click", async (event) => {
      const wish = event.target.dataset.notice;
      if (wish === "on" && (await Notification.requestPermission()) === "granted") localStorage.setItem(WANTED, "on");
      if (wish === "off") localStorage.removeItem(WANTED);
      show();
      // The button that was pressed may be gone: whoever uses the keys goes on from the other.
      if (event.target.hidden) place.querySelector("[data-notice]:not([hidden])").focus();
    });
    show();
  }
  look();
  setInterval(look, EVERY);
})();
