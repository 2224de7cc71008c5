// The header that all dashboards share: where one is, on which day, the way to the others, and whose data it is.

/** Returns the header's children; `more` (progress, tools) stands at its end. */
function drawHeader(header, texts, ...more) {
  return [
    drawMenu(texts.links, header.links),
    h("h1", {}, header.title),
    h("p", { class: "vb-place" }, header.place),
    header.sample && h("p", { class: "vb-sample" }, header.sample),
    ...more,
  ];
}

/** Returns the way to all dashboards, which opens over the page and closes at Esc, at a press beside it, and when focus leaves. */
function drawMenu(name, links) {
  const items = links.map(({ label, href, current }) => h("li", {}, h("a", { href: safeAddress(href), "aria-current": current && "page" }, label)));
  const opener = h("summary", {}, name);
  const box = h("details", { class: "vb-menu" }, opener, h("nav", { "aria-label": name }, h("ul", {}, items)));
  const pressed = (event) => { if (!box.contains(event.target)) box.open = false; };
  box.addEventListener("toggle", () => document[box.open ? "addEventListener" : "removeEventListener"]("pointerdown", pressed));
  box.addEventListener("focusout", (event) => { if (event.relatedTarget && !box.contains(event.relatedTarget)) box.open = false; });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation();
    box.open = false;
    opener.focus();
  });
  return box;
}

/** Returns a row of addresses of which one is current: municipalities, languages. */
function drawSwitch(label, choices) {
  const links = choices.map((choice) =>
    h("a", { href: safeAddress(choice.href), "aria-current": choice.current && "page" }, choice.label));
  return h("nav", { class: "vb-switch", "aria-label": label }, h("span", { "aria-hidden": "true" }, label), links);
}
