// Items that need no talk: a list with a mark and a reason for each, stored in one go.

/** Shows or leaves the list. */
function showTogether(panel, { over, together, message }) {
  const { follow_up: dialog } = panel;
  const open = over === "follow_up";
  reshape(dialog, open && together.items.map(({ id: kase, text }) => [kase, text]), () => open && drawTogether(panel, together));
  if (open) syncTogether(panel, together, message);
  showOver(dialog, open);
}

function drawTogether(panel, { items }) {
  const { texts, id } = panel;
  return [
    h("h2", { id: `${id}-together` }, texts.together),
    items.length ? h("ul", { class: "vbm-rows" }, items.map((item) => drawRow(panel, item))) : h("p", {}, texts.together_none),
    h("p", { class: "vbm-pair" },
      h("button", { type: "button", id: `${id}-together-save`, class: "vb-button is-primary", onclick: () => confirmTogether(panel) }, texts.together_save),
      h("button", { type: "button", class: "vb-button", onclick: () => act(panel, { do: "follow_up" }) }, texts.close),
      h("span", { class: "vbm-why-not", role: "status", id: `${id}-together-blocked` })),
  ];
}

function drawRow(panel, item) {
  const { reasons, marks, texts, id } = panel;
  const box = h("input", { type: "checkbox", id: `${id}-mark-${item.id}` });
  box.addEventListener("change", () => {
    marks.give(item.id, box.checked);
    reasons.flush();
    dispatch(panel.model, { do: "follow_up_tick", case: item.id, value: box.checked ? "ja" : null });
  });
  const [label, reason] = reasons.field(item.id, `${id}-reason-${item.id}`, `${texts.reason}, ${item.label}`);
  label.className = "vb-hidden";
  reason.rows = 1;
  reason.placeholder = texts.reason;
  return h("li", {}, h("label", { class: "vbm-check" }, box, h("strong", {}, item.label)), h("span", {}, h("em", {}, item.section), " · ", item.text), label, reason);
}

/** What was refused is said inside the list, which lies over the place where messages stand. */
function syncTogether({ follow_up: dialog, reasons, marks, id }, { items, can_save: can, blocked }, message) {
  for (const { id: kase, marked, reason } of items) {
    dialog.querySelector(`#${CSS.escape(`${id}-mark-${kase}`)}`).checked = marks.shown(kase, marked);
    reasons.sync(kase, dialog.querySelector(`#${CSS.escape(`${id}-reason-${kase}`)}`), reason);
  }
  dialog.querySelector(`#${id}-together-save`).setAttribute("aria-disabled", String(!can));
  setText(dialog.querySelector(`#${id}-together-blocked`), message?.text ?? blocked);
}

function confirmTogether(panel) {
  panel.reasons.flush();
  act(panel, { do: "follow_up_save" });
}
