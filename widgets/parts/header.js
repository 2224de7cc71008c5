// The header that all dashboards share: where one is, on which day, the way to the others, whose data it is, and the tools of the room.
// On a phone it is two rows.

/** Returns the header's children; `more` (progress, buttons of the dashboard's own) stands before the tools that all have. */
function drawHeader({ title, place, sample, links, room }, texts, ...more) {
  const others = room.languages.filter(({ current }) => !current);
  const language = ({ label, lang, href }) => h("a", { class: "vb-tool", href: safeAddress(href), lang, hreflang: lang }, label);
  return [
    drawMenu(texts.links, links),
    h("h1", {}, title),
    h("div", { class: "vb-where" }, h("p", { class: "vb-place" }, place), sample && drawSample(sample)),
    ...drawTools(room.tools, more, drawRoomTool("blank", room.hide, "B"), drawDrop("vb-display", room.display.title, drawDisplay(room)),
      drawRoomTool("help", room.help, "?"), others.map(language)),
  ];
}

/** Returns whose data it is; a phone shows what stands before the dash. */
function drawSample(sample) {
  const [what, ...more] = sample.split(" – ");
  return h("p", { class: "vb-sample" }, what, h("span", {}, [" ", ...more].join("– ")));
}

/** Returns the tools, in a row where there is room, and the button that opens them as a sheet on a phone. */
function drawTools(name, ...tools) {
  const sheet = h("div", { class: "vb-room-tools", popover: "auto" }, ...tools);
  const opener = h("button", { type: "button", class: "vb-tool vb-more", "aria-label": name });
  opener.popoverTargetElement = sheet;
  sheet.addEventListener("click", ({ target }) => { if (target.closest("button, a")) sheet.hidePopover(); });
  for (const node of [opener, sheet]) {
    node.addEventListener("keydown", (event) => { if (event.key === "Escape" && sheet.matches(":popover-open")) event.stopPropagation(); });
  }
  return [opener, sheet];
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
