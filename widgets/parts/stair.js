// The ladder of interventions drawn as a stair: lowest step first in reading order, drawn at the bottom by CSS.

/** Returns the stair as an ordered list; each step says its state in words, not by colour alone. */
function drawStair(ladder, texts) {
  const steps = ladder.steps.map((step, rise) => drawStep(step, rise, texts));
  return h("ol", { class: "vb-stair" }, steps);
}

function drawStep(step, rise, texts) {
  const item = h("li", { class: `vb-step is-${step.state}${step.dashed ? " is-dashed" : ""}` },
    h("span", { class: "vb-step-label" }, step.label),
    step.note && h("span", { class: "vb-step-note" }, step.note),
    hiddenText(texts[`state_${step.state}`]));
  item.style.setProperty("--vb-rise", rise);
  return item;
}

/** Returns the outcomes that stand beside the stair, never on it; many of them are laid out in two columns. */
function drawBeside(beside, texts, compact) {
  if (!beside.length) return null;
  const items = beside.map((entry) => h("li", { class: `vb-step is-${entry.state}` },
    h("span", { class: "vb-step-label" }, entry.label),
    entry.note && h("span", { class: "vb-step-note" }, entry.note),
    hiddenText(texts[`state_${entry.state}`])));
  return h("ul", { class: `vb-beside${compact ? " is-compact" : ""}`, "aria-label": texts.beside }, items);
}
