// The levels of the adult assessment method: a table of eleven themes with two bars each.

/** Returns the levels as a table that folds away; `open` shows it from the start. */
function drawLevels({ title, before, after, highest, themes }, open) {
  const head = h("tr", {}, h("td"), h("th", { scope: "col" }, before), h("th", { scope: "col" }, after));
  const rows = themes.map((theme) => h("tr", {}, h("th", { scope: "row" }, theme.label), drawLevel(theme.before, highest), drawLevel(theme.after, highest)));
  return h("details", { open }, h("summary", {}, title), h("table", { "aria-label": title }, h("thead", {}, head), h("tbody", {}, rows)));
}

function drawLevel({ level, text }, highest) {
  const bar = h("span", { class: "vbm-level", "aria-hidden": "true" }, h("i"));
  bar.firstChild.style.setProperty("inline-size", `${((level ?? 0) / highest) * 100}%`);
  return h("td", {}, level !== null && bar, h("span", {}, text));
}
