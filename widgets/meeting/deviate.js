// Another step than the recommended one: the choice and its reason.

function showDeviate(panel, deviate) {
  const { drafts, deviate: place } = panel;
  const opening = deviate && !place.firstChild;
  const closing = !deviate && place.contains(document.activeElement);
  if (opening) panel.step = deviate.chosen;
  reshape(place, deviate && [panel.visit, deviate.options], () => deviate && drawDeviate(panel, deviate));
  if (deviate) drafts.sync("deviate_reason", required(place, true), deviate.reason);
  if (opening) (place.querySelector("input:checked") ?? place.querySelector("input"))?.focus();
  if (closing) panel.buttons.deviate.focus();
}

function drawDeviate(panel, { options }) {
  const { texts, id, visit } = panel;
  const legend = h("legend", { id: `${id}-ladder` }, texts.choose);
  const save = commandButton(panel, "deviate", texts.save, null, "vb-button is-primary");
  return [
    drawOptions(options, { name: `${id}-step`, legend, picked: panel.step }, (value) => { panel.step = value; }),
    ...panel.drafts.field("deviate_reason", `${id}-${visit}-reason`, texts.reason),
    h("p", { class: "vbm-pair" }, save, commandButton(panel, "deviate_cancel", texts.cancel)),
  ];
}

/** Saves the other step; Enter does so only from inside its panel, where nobody can mean the recommended one. */
function saveDeviation(panel, command) {
  const { deviate, step } = panel;
  if (command === "decide" && !deviate.contains(document.activeElement)) return;
  const place = step ? unwritten(deviate) : deviate.querySelector("input");
  if (place) place.focus();
  else act(panel, { do: "deviate", step, reason: deviate.querySelector("textarea").value });
}
