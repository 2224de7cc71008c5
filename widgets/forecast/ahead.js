// What is to be expected: three numbers today and ahead, and the large chart of one series.

/** Returns the cards of the headline. */
function drawHeadline(cards) {
  const cell = ({ when, number, range }) => h("div", { class: "vbp-cell" }, h("dt", {}, when), h("dd", {}, h("strong", {}, number), h("span", {}, range)));
  return cards.map(({ id, title, unit, note, cells }) => h("section", { class: `vbp-card is-${id}` },
    h("h3", {}, title, unit && h("span", {}, ` ${unit}`)), h("dl", {}, cells.map(cell)), h("p", { class: "vbp-note" }, note)));
}

/** Returns a row of buttons of which one is pressed. */
function drawPick(name, choices, { id, label, pick }) {
  return [h("span", { class: "vbp-pick-label", "aria-hidden": "true" }, label), h("span", { role: "group", "aria-label": label }, choices.map((choice) =>
    h("button", { type: "button", id: `${id}-${name}-${choice.id}`, class: "vbp-pick", "aria-pressed": String(choice.current), onclick: () => pick(choice.id) }, choice.label)))];
}
