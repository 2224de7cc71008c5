// Small buttons that are pressed or not: one of several, or as many as one likes.

/** Returns a row of buttons of which one is pressed, after what they choose. */
function drawPicks(name, choices, { id, label, pick }) {
  const button = (choice) => drawPick(`${id}-${name}-${choice.id || "all"}`, choice.label, { pressed: choice.current, press: () => pick(choice.id) });
  return [h("span", { class: "vb-pick-label", "aria-hidden": "true" }, label), h("span", { class: "vb-picks", role: "group", "aria-label": label }, choices.map(button))];
}

/** Returns one of them. */
function drawPick(id, label, { pressed, press }) {
  return h("button", { type: "button", id, class: "vb-pick", "aria-pressed": String(pressed), onclick: press }, label);
}
