// The end of the meeting: what came of it, and once it is closed its anchor and its minutes to take along.

/** Shows or leaves the summary. */
function showClosing(panel, { over, closing, message }) {
  const { closing: dialog } = panel;
  const open = over === "closing";
  reshape(dialog, open && [closing, message], () => open && drawClosing(panel, closing, message));
  showOver(dialog, open);
}

function drawClosing(panel, closing, message) {
  const { texts, id } = panel;
  return [
    h("h2", { id: `${id}-closing`, tabindex: "-1" }, closing.title),
    h("dl", { class: "vb-facts" }, closing.facts.flatMap((fact) => [h("dt", {}, fact.label), h("dd", {}, fact.value)])),
    drawCounts(texts.closing_counts, closing.counts.map(({ label, count }) => [label, String(count)])),
    drawCounts(texts.closing_todo, closing.todo.map(({ owner, count, first }) => [`${owner}: ${count}`, first])),
    closing.anchor && h("div", { class: "vbm-anchor" }, h("p", { class: "vb-small" }, texts.anchor), h("code", {}, closing.anchor)),
    closing.text && h("details", {}, h("summary", {}, texts.minutes_show), drawNote(texts.minutes_text, closing.text, texts, (text) => setText(panel.live, text), 3)),
    message && h("p", { class: "vbm-why-not", role: "alert" }, message.text),
    h("p", { class: "vbm-pair" }, drawClosingButtons(panel, closing)),
  ];
}

function drawCounts(title, rows) {
  if (!rows.length) return null;
  return h("div", { class: "vbm-counts" }, h("h3", {}, title), h("dl", { class: "vb-facts" }, rows.flatMap(([label, value]) => [h("dt", {}, label), h("dd", {}, value)])));
}

function drawClosingButtons(panel, { closed: done }) {
  const { texts, model, id } = panel;
  const save = h("button", { type: "button", id: `${id}-close-meeting`, class: "vb-button is-primary", onclick: () => act(panel, { do: "closing_save" }) },
    texts.close_meeting);
  const files = [["docx", texts.as_word], ["csv", texts.as_sheet], ["txt", texts.as_text]].map(([kind, text]) =>
    h("button", { type: "button", class: "vb-button", onclick: () => dispatch(model, { do: "download", kind }) }, text));
  return [...(done ? files : [save]), h("button", { type: "button", class: "vb-button", onclick: () => act(panel, { do: "closing" }) }, texts.back)];
}
