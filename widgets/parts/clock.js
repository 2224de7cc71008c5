// The clock of one item. It measures; it never hurries: over the planned minutes it only turns amber.

/** Returns a clock: `node` to show; `start(id, since, minutes)` takes up an item where it was left, `hold`, `clear`, `stop`. */
function buildClock(texts) {
  const [time, plan, fill] = [h("strong"), h("span"), h("i")];
  const track = h("div", { class: "vb-clock-track", "aria-hidden": "true" }, fill);
  const node = h("div", { class: "vb-clock", role: "timer" }, h("p", {}, time, " ", plan), track);
  const spent = new Map();
  let item = null;
  const seconds = () => item.before + ((item.held ?? performance.now()) - item.from) / 1000;
  const draw = () => {
    node.hidden = item === null;
    if (item === null) return;
    const share = item.minutes ? seconds() / (item.minutes * 60) : 0;
    setText(time, clockText(seconds()));
    fill.style.setProperty("width", `${Math.min(1, share) * 100}%`);
    node.classList.toggle("is-over", share > 1);
  };
  const leave = () => { if (item) spent.set(item.id, seconds()); };
  const ticking = setInterval(draw, 1000);
  return {
    node,
    start(id, since, minutes) {
      leave();
      item = { id, before: Math.max(since ?? 0, spent.get(id) ?? 0), from: performance.now(), held: null, minutes };
      setText(plan, `${texts.of_about} ${minutesText(minutes)} ${texts.minutes}`);
      draw();
    },
    hold() { item.held ??= performance.now(); },
    clear() { leave(); item = null; draw(); },
    stop() { clearInterval(ticking); },
  };
}

/** Returns minutes and seconds as read aloud: 2:14. */
function clockText(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Returns minutes the way people write them: 3, 3½, else with the decimal mark of the page's language. */
function minutesText(minutes) {
  const whole = Math.floor(minutes);
  if (minutes - whole === 0.5) return `${whole || ""}½`;
  return minutes.toLocaleString(document.documentElement.lang || "da", { maximumFractionDigits: 1 });
}
