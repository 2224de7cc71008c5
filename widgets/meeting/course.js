// How a course goes on: its events as radio buttons with their digit, and the note.

/** Shows the choice of a course in its place; nothing where the case asks its questions. */
function showOutcomes(panel, outcomes) {
  const { outcomes: place, drafts, visit } = panel;
  reshape(place, outcomes && [visit, outcomes.legend, outcomes.options], () => outcomes && drawOutcomes(panel, outcomes));
  if (!outcomes) return;
  for (const input of place.querySelectorAll("input")) input.checked = input.value === outcomes.chosen;
  setText(place.querySelector("label[for]"), outcomes.note.label);
  drafts.sync("note", required(place, outcomes.note.required), outcomes.note.value);
}

function drawOutcomes(panel, { legend, options, note, chosen }) {
  const { id, visit, drafts } = panel;
  const name = `${id}-${visit}-outcome`;
  return [
    drawOptions(options, { name, legend: h("legend", {}, legend), picked: chosen }, (event) => act(panel, { do: "choose", event })),
    ...drafts.field("note", `${id}-${visit}-note`, note.label),
  ];
}

/** Returns what follows from the choice: where the course comes to stand, and what is to be done by whom. */
function drawFollows({ title, text, items }, texts) {
  return h("div", { class: "vb-reason" },
    h("p", {}, h("strong", {}, closed(`${texts.follows}: ${title}`, ".")), " ", text),
    items.length > 0 && h("ul", { class: "vbm-todo" }, items.map((item) => h("li", {}, item))));
}
