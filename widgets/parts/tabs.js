// The parts of a page of which one is shown at a time.

/** Returns the row of tabs, with what stands beside them; a press asks the panel to show another part. */
function drawTabRow(tabs, { id, label, show }, ...beside) {
  const button = (tab) => h("button", { type: "button", id: `${id}-tab-${tab.id}`, class: "vb-tab", "aria-current": tab.current && "true", onclick: () => show(tab.id) }, tab.label);
  return [h("nav", { class: "vb-tabs", "aria-label": label }, tabs.map(button)), ...beside];
}
