// A decision that has been stored, with the note that is copied into the municipality's own case system.

/** Returns the nodes of a decision; `say(text)` announces that the note was copied. */
function drawDecision(decision, texts, say) {
  const note = h("pre", { tabindex: "0", role: "group", "aria-label": texts.note }, decision.note);
  const copy = h("button", { type: "button", class: "vb-button is-small" }, texts.copy);
  copy.addEventListener("click", async () => {
    if (!(await copyText(note))) return;
    setText(copy, texts.copied);
    say(texts.copied);
    setTimeout(() => setText(copy, texts.copy), 2000);
  });
  return [
    h("h3", { tabindex: "-1" }, decision.title),
    decision.text && h("p", {}, decision.text),
    h("div", { class: "vb-note" }, h("h4", {}, texts.note), copy, note),
  ];
}
