// The questions about one citizen: real radio buttons and checkboxes in four rows, each with its key; rows of keys as on the keyboard.

/** Returns the form: `node`, `read()`, `show(rating, hints, locked)`, `press(key)` (whether the key was one of its own), `take(hints)`, `write()` for the note. */
function buildForm(questions, { id, texts, onChange }) {
  const fields = questions.map((question) => buildField(question, id, texts, onChange));
  const note = h("input", { type: "text", id: `${id}-note`, class: "vbf-note-field", autocomplete: "off", maxlength: "300", oninput: onChange });
  const label = h("label", { class: "vbf-note", for: note.id }, keyBadge("M"), h("span", {}, texts.note));
  const all = h("fieldset", { class: "vbf-form" }, h("legend", { class: "vb-hidden" }, texts.questions), fields.map(({ node }) => node), h("p", { class: "vbf-note-row" }, label, note));
  const byKey = new Map(fields.flatMap(({ inputs }) => inputs.map(({ key, input }) => [key, input])));
  return {
    node: all,
    read: () => ({ ...Object.fromEntries(fields.map((field) => [field.id, field.read()])), note: note.value.trim() }),
    show(rating, hints, locked) {
      all.disabled = locked;
      for (const field of fields) field.show(rating?.[field.id] ?? null, hints[field.id]);
      if (note.value.trim() !== (rating?.note ?? "")) note.value = rating?.note ?? "";
    },
    press(key) {
      const input = byKey.get(key);
      if (input && !all.disabled) input.click();
      return Boolean(input);
    },
    /** Takes what the list itself says: ticks every box it bears out, and leaves the others. */
    take(hints) {
      for (const { id: name, inputs } of fields) for (const { value, input } of inputs) if (hints[name]?.includes(value) && !input.checked && !all.disabled) input.click();
    },
    write() { note.focus(); },
  };
}

function buildField({ id, one, legend, choices }, prefix, texts, onChange) {
  const name = `${prefix}-${id}`;
  const inputs = choices.map((choice) => ({ key: choice.key, value: choice.id,
    input: h("input", { type: one ? "radio" : "checkbox", name, id: `${name}-${choice.id}`, value: choice.id, "aria-keyshortcuts": choice.key, onchange: onChange }) }));
  const box = ({ input }, { key, label, reason }) => h("label", { class: "vb-answer" }, input, key && keyBadge(key.toUpperCase()),
    h("span", {}, label, " ", h("span", { class: "vb-kind vbf-hint", hidden: true }, texts.hint), reason && h("span", { class: "vbf-reason" }, reason)));
  const node = h("fieldset", { class: `vbf-field is-${id}` },
    h("legend", {}, legend), h("div", { class: "vb-answers" }, inputs.map((each, index) => box(each, choices[index]))));
  const chosen = () => inputs.filter(({ input }) => input.checked).map(({ value }) => value);
  return {
    id, node, inputs: inputs.filter(({ key }) => key),
    read: () => (one ? chosen()[0] ?? null : chosen()),
    show(value, hints = []) {
      const now = [value ?? []].flat();
      for (const each of inputs) {
        each.input.checked = now.includes(each.value);
        each.input.parentNode.querySelector(".vbf-hint").hidden = !hints.includes(each.value);
      }
    },
  };
}
