// Overlays in the browser's top layer: they cover everything, hold the keyboard, and give it back when they close.

/** Returns the blank screen: one sentence on black, which Escape, B, F9 and a press on it close; a stray click does not. */
function buildBlank({ hidden }) {
  const dialog = h("dialog", { class: "vb-blank", "aria-label": hidden },
    h("button", { type: "button", onclick: () => dialog.close() }, hidden));
  return dialog;
}

/** Returns the help: the keys of this dashboard, and what the screen is and is not. */
function buildHelp({ help_title: heading, keys, promises, about, close }) {
  const rows = keys.map(([names, meaning]) => h("div", {},
    h("dt", {}, names.split(" / ").map((key) => h("kbd", { class: "vb-key" }, key))), h("dd", {}, meaning)));
  const dialog = h("dialog", { class: "vb-help", "aria-label": heading },
    h("h2", { tabindex: "-1", autofocus: true }, heading), h("dl", {}, rows), [...promises, about.join(" · ")].map((line) => h("p", { class: "vb-small" }, line)),
    h("button", { type: "button", class: "vb-button", onclick: () => dialog.close() }, close));
  return dialog;
}

/** Opens a closed dialog over everything, closes an open one. What had the keyboard gets it back, or what was drawn in its place meanwhile. */
function toggleDialog(dialog) {
  if (dialog.open) return dialog.close();
  document.activeElement.closest("[popover=auto]:popover-open")?.hidePopover(); // it would be closed all the same, and lose the keyboard
  const { id } = document.activeElement;
  dialog.addEventListener("close", () => {
    const { activeElement: at, body } = document;
    if (at === body || dialog.contains(at)) document.getElementById(id)?.focus();
  }, { once: true });
  dialog.showModal();
}
