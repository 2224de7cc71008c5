// The header that all dashboards share: where one is, on which day, the way to the others, whose data it is, and the tools of the room.

/** Returns the header's children; `more` (progress, buttons of the dashboard's own) stands before the tools that all have. */
function drawHeader({ title, place, sample, links, room }, texts, ...more) {
  return [
    drawMenu(texts.links, links),
    h("h1", {}, title),
    h("p", { class: "vb-place" }, place),
    sample && h("p", { class: "vb-sample" }, sample),
    h("div", { class: "vb-room-tools" }, more,
      drawRoomTool("blank", room.hide, "B"), drawDrop("vb-display", room.display.title, drawDisplay(room)), drawRoomTool("help", room.help, "?"),
      room.languages.filter(({ current }) => !current).map(({ label, lang, href }) => h("a", { class: "vb-tool", href: safeAddress(href), lang, hreflang: lang }, label))),
  ];
}

/** Returns a button of which the room round the panel hears. */
function drawRoomTool(name, text, key) {
  return h("button", { type: "button", id: `vb-tool-${name}`, class: "vb-tool", "data-vb-tool": name }, h("span", {}, text), keyBadge(key));
}

/** Returns the way to all dashboards. */
function drawMenu(name, links) {
  const items = links.map(({ label, href, current }) => h("li", {}, h("a", { href: safeAddress(href), "aria-current": current && "page" }, label)));
  return drawDrop("vb-menu", name, h("nav", { "aria-label": name }, h("ul", {}, items)));
}

/** Returns a button with what opens below it, over the page; it closes at Esc, at a press beside it, and when focus leaves. */
function drawDrop(kind, name, content) {
  const opener = h("summary", { class: "vb-tool" }, h("span", {}, name));
  const box = h("details", { class: `vb-drop ${kind}` }, opener, h("div", { class: "vb-dropped" }, content));
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

/** Returns a row of addresses of which one is current: municipalities, rounds, raters. */
function drawSwitch(label, choices) {
  const links = choices.map((choice) =>
    h("a", { href: safeAddress(choice.href), "aria-current": choice.current && "page" }, choice.label));
  return h("nav", { class: "vb-switch", "aria-label": label }, h("span", { "aria-hidden": "true" }, label), links);
}
