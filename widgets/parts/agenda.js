// A list of cases in sections, with the one on the table marked and kept in sight.

/** Returns the agenda as a landmark around `list` and what ends it; where there is no room for a column its heading, with the meeting's
    `progress`, opens and closes it. */
function buildAgenda(texts, list, end, progress) {
  const toggle = h("button",
    { type: "button", class: "vbm-agenda-toggle", "aria-expanded": "false", "aria-controls": list.id }, h("span", {}, texts.agenda), " ", progress);
  const agenda = h("nav", { class: "vbm-agenda", "aria-label": texts.agenda }, toggle, list, end);
  const show = (open) => toggle.setAttribute("aria-expanded", String(agenda.classList.toggle("is-open", open)));
  toggle.addEventListener("click", () => show());
  list.addEventListener("click", () => show(false));
  return agenda;
}

/** Returns one section with its count and minutes; `open(id)` is called with the case that is chosen, `together()` for all at once. */
function drawSection({ id, title, count, minutes, items, more, together: canJoin }, { prefix, texts, current, open, together }) {
  const heading = h("h2", { id: `${prefix}-part-${id}` }, h("span", {}, title), h("span", {}, [count, minutes].filter(Boolean).join(" · ")));
  const join = canJoin && h("button", { type: "button", id: `${prefix}-together-${id}`, class: "vbm-join", onclick: together },
    h("span", {}, texts.together), keyBadge("F"));
  const rows = items.map((item) => drawCase(item, { prefix, texts, current: item.state === "current" || item.id === current, open }));
  return h("div", { role: "group", "aria-labelledby": heading.id },
    heading, join, h("ul", {}, rows, more && h("li", { class: "vbm-more" }, more)));
}

function drawCase(item, { prefix, texts, current, open }) {
  const marks = ["vbm-item", `is-${item.state}`, item.done && "is-done", current && "is-current"];
  const spoken = hiddenText(item.done ? texts.done : { late: texts.late, parked: texts.parked }[item.state]);
  return h("li", {}, h("button", { type: "button", id: `${prefix}-go-${item.id}`, class: marks.filter(Boolean).join(" "),
    "aria-current": current && "true", onclick: () => open(item.id) },
    h("span", { class: "vbm-item-label" }, item.label), h("span", { class: "vbm-item-note" }, item.note), spoken));
}
