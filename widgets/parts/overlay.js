// Overlays in the browser's top layer: they cover everything, hold the keyboard, and give it back when they close.

/** Returns the blank screen: one sentence on black. The sentence, Escape and the panel's own key close it; a stray click does not. */
function buildBlank(texts) {
  const dialog = h("dialog", { class: "vb-blank", "aria-label": texts.hidden },
    h("button", { type: "button", onclick: () => dialog.close() }, texts.hidden));
  return dialog;
}

/** Returns the list of keys as a dialog. */
function buildHelp(texts, prefix) {
  const rows = texts.help_keys.map(([keys, meaning]) => h("div", {},
    h("dt", {}, keys.split(" / ").map((key) => h("kbd", { class: "vb-key" }, key))), h("dd", {}, meaning)));
  const title = h("h2", { id: `${prefix}-help-title` }, texts.help_title);
  const dialog = h("dialog", { class: "vb-help", "aria-labelledby": title.id },
    title, h("dl", {}, rows), h("button", { type: "button", class: "vb-button", onclick: () => dialog.close() }, texts.close));
  return dialog;
}

/** Opens a closed dialog over everything, closes an open one. */
function toggleDialog(dialog) {
  if (dialog.open) dialog.close();
  else dialog.showModal();
}
