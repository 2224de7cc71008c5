// What is to be expected: three numbers today and ahead, and the large chart of one series.

/** Returns the cards of the headline. */
function drawHeadline(cards) {
  const cell = ({ when, number, range }) => h("div", { class: "vbp-cell" }, h("dt", {}, when), h("dd", {}, h("strong", {}, number), h("span", {}, range)));
  return cards.map(({ id, title, unit, note, cells }) => h("section", { class: `vbp-card is-${id}` },
    h("h2", {}, title, unit && h("span", {}, ` ${unit}`)), h("dl", {}, cells.map(cell)), h("p", { class: "vbp-note" }, note)));
}
