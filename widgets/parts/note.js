// A decision that has been stored, with the note that is copied into the municipality's own case system.

/** Returns the nodes of what was decided; `say(text)` announces that its note was copied. */
function drawDecision(decision, texts, say) {
  return [
    h("h3", { tabindex: "-1" }, decision.title),
    decision.text && h("p", {}, decision.text),
    decision.note && drawNote(texts.note, decision.note, texts, say),
  ];
}

/** Returns a text under its title, a heading of that level, with the button that copies it. */
function drawNote(title, text, texts, say, level = 4) {
  const note = h("pre", { tabindex: "0", role: "group", "aria-label": title }, text);
  const copy = h("button", { type: "button", class: "vb-button is-small" }, texts.copy);
  copy.addEventListener("click", async () => {
    if (!(await copyText(note))) return;
    setText(copy, texts.copied);
    say(texts.copied);
    setTimeout(() => setText(copy, texts.copy), 2000);
  });
  return h("div", { class: "vb-note" }, h(`h${level}`, {}, title), copy, note);
}
