// A panel in its room. The room is the same for every dashboard: the way past the header, the hidden screen, the keys, the word when the
// kernel is gone, and the foot of the page. A panel joins in by `export default inRoom({ ... })`.

const ROOM_KEYS = { b: "blank", F9: "blank", "?": "help" };
const WALK_KEYS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
let panels = 0;

/** Returns anywidget's entry for a panel in its room: the panel is drawn when the page has it, and whenever its view has changed.

    `build(panel)` returns what the panel is made of, its `root` among it; `show(panel)` draws its view. Where a panel has them: `entries`, the
    buttons and links of its list, which J and K walk through; `key(panel, event)`; `fallback(panel)`, where the keyboard goes when its
    element is gone; `leave(panel)`; and `frame`, the class of what is round it. A file that the kernel hands out is saved.
    A panel knows its `model`, an `id` that no other has, its `texts` and `lang`, how to `send` an action, and how to `refresh` itself. */
function inRoom({ build, show, entries = null, key = () => {}, fallback = ({ root }) => root, leave = () => {}, frame = "vb-page-frame" }) {
  return { render({ model, el }) {
    const view = model.get("view");
    const room = { el, entries, ...buildRoom(view, entries) };
    const send = (action, given = {}, buffers = []) => dispatch(model, { do: action, ...given }, buffers);
    const panel = { model, id: `vb${++panels}`, texts: view.texts, lang: view.lang, send };
    panel.refresh = () => keepFocus(panel.root, () => show(panel), () => fallback(panel));
    const unfollow = followDisplay();
    const unwatch = watchConnection(model, (how) => hearLost(room, how));
    const gone = new AbortController();
    const hear = (target, event, listener, capture = false) => target.addEventListener(event, listener, { capture, signal: gone.signal });
    hear(document, "keydown", (event) => onRoomKey(room, event));
    hear(document, "keydown", (event) => key(panel, event)); // in turn: a panel leaves alone what is taken
    hear(el, "click", ({ target }) => { const tool = target.closest("[data-vb-tool]"); if (tool) useTool(room, tool.dataset.vbTool); });
    hear(el, "close", () => showLost(room), true); // of any dialog: it does not bubble
    hear(el, "focusin", keepKeys);
    model.on("change:view", panel.refresh); // before what the panel itself does when it is answered
    model.on("msg:custom", saveDownload);
    Object.assign(panel, build(panel));
    el.classList.add(frame);
    el.replaceChildren(room.skip, panel.root, room.node);
    panel.refresh();
    return () => {
      gone.abort();
      unfollow();
      leave(panel);
      model.off("change:view", panel.refresh);
      model.off("msg:custom", saveDownload);
      unwatch();
    };
  } };
}

function buildRoom({ lang, texts, header: { room } }, entries) {
  const live = h("p", { class: "vb-hidden", role: "status" });
  const blank = buildBlank(room);
  const help = buildHelp({ ...room, keys: [...(entries ? room.keys.entries : []), ...(texts.help_keys ?? []), ...room.keys.all] });
  const lost = h("div", { class: "vb-lost", popover: "manual", role: "alert" });
  blank.addEventListener("close", () => setText(live, room.shown));
  const foot = h("div", { class: "vb-about" }, h("p", {}, room.about.join(" · ")),
    h("button", { type: "button", class: "vb-link", "data-vb-tool": "help" }, room.help));
  const skip = h("div", { class: "vb vb-skip", lang }, h("button", { type: "button", class: "vb-button", "data-vb-tool": "skip" }, room.skip));
  const node = h("div", { class: "vb vb-room", lang }, foot, live, blank, help, lost);
  return { node, skip, live, blank, help, lost, texts: { ...room, lost: texts.lost ?? room.lost } };
}

function useTool(room, name) {
  if (name === "reload") location.reload();
  else if (name === "skip") skipHeader(room.el);
  else toggleDialog(room[name]);
  if (room.how) showLost(room);
  if (room.blank.open) setText(room.live, "");
}

/** Puts the keyboard behind the header. */
function skipHeader(el) {
  const content = el.querySelector(".vb-top").nextElementSibling;
  content.tabIndex = -1;
  content.focus();
}

function onRoomKey(room, event) {
  const command = ROOM_KEYS[event.key] ?? ROOM_KEYS[event.key.toLowerCase()];
  const over = [room.blank, room.help].find((dialog) => dialog.open);
  if (over) event.stopImmediatePropagation(); // what lies behind hears nothing
  else if (!hearsKey(room.el, event)) return;
  if (isTyping(event.target) && event.key !== "F9") return;
  if (command && !event.repeat && (!over || command === "blank" || room[command] === over)) useTool(room, command);
  else if (over || !walkEntries(room, event)) return;
  event.preventDefault();
}

/** Moves the keyboard to the next entry or the one before, from nowhere to the current one; returns whether it did. */
function walkEntries({ el, entries }, { key, target }) {
  const by = WALK_KEYS[key.length === 1 ? key.toLowerCase() : key];
  if (!entries || !by || (key.length > 1 && !target.matches(entries)) || el.querySelector("dialog[open]")) return false;
  const all = [...el.querySelectorAll(entries)].filter((entry) => entry.checkVisibility());
  const at = all.indexOf(target.closest(entries));
  const goal = at < 0 ? all.find((entry) => entry.hasAttribute("aria-current")) ?? all.at(by > 0 ? 0 : -1) : all[at + by];
  goal?.focus();
  return Boolean(goal);
}

function hearLost(room, how) {
  room.how = how;
  showLost(room);
  setText(room.live, how ? "" : room.texts.heard);
}

/** Says that nobody hears any more, or not for long, where the reader is: over the page, inside a dialog that lies over it. */
function showLost({ el, node, blank, help, lost, texts, how }) {
  lost.remove();
  lost.replaceChildren();
  if (!how) return;
  const over = [blank, help, ...el.querySelectorAll("dialog[open]")].find(({ open }) => open);
  (over ?? node).append(lost);
  lost.showPopover();
  lost.append(h("p", {}, texts[how]), h("button", { type: "button", class: "vb-button", "data-vb-tool": "reload" }, texts.reload));
}
