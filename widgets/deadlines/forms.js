// What a worker records about a course: an attempt to reach the citizen, and where the course goes from here.

let fieldCount = 0;

/** Returns a labelled field: a line of text, a longer note, a date or a point in time. */
function buildField({ name, label, type, value }) {
  const id = `vbf-field-${++fieldCount}`;
  const field = type === "note" ? h("textarea", { id, name, rows: "2", autocomplete: "off" }) : h("input", { id, name, type, autocomplete: "off" });
  field.value = value ?? "";
  return h("div", { class: "vbf-field" }, h("label", { for: id }, label), field);
}

function filledIn(form) {
  return Object.fromEntries(new FormData(form));
}

/** Returns a form that sends its fields as an action. */
function buildForm(action, send, ...children) {
  const form = h("form", { class: "vbf-form", onsubmit: (event) => { event.preventDefault(); send(action, filledIn(form)); } }, ...children);
  return form;
}

function submitButton(text) {
  return h("p", {}, h("button", { type: "submit", class: "vb-button is-small is-primary" }, text));
}

/** Returns a group of radio buttons; a blocked one says why and cannot be chosen. */
function drawRadios({ name, legend, options, picked }, onPick = () => {}) {
  const choice = ({ id, label, digit, blocked }) => {
    const box = buildChoice({ name, value: id, digit, text: label }, (input) => onPick(input.value));
    const input = box.querySelector("input");
    Object.assign(input, { checked: picked === id, disabled: Boolean(blocked), id: `vbf-field-${++fieldCount}` });
    if (digit) input.setAttribute("aria-label", `${digit}: ${label}`);
    return blocked ? h("div", { class: "vbf-blocked" }, box, blocked.map(drawGuard)) : box;
  };
  return h("fieldset", { class: "vbf-choices" }, h("legend", {}, legend), h("div", { class: "vb-answers" }, options.map(choice)));
}

/** Returns the next contact with its text, and the form that records an attempt. */
function drawContact({ step, text, form }, tools) {
  const { texts, send } = tools;
  return [
    h("h3", {}, texts.contact),
    step && h("p", { class: "vbf-do" }, drawGlyph(step.stands), h("strong", {}, step.label), ` · ${step.when} · ${step.owner} `, step.kind && h("span", { class: "vb-kind" }, step.kind)),
    step?.source && h("p", { class: "vb-source" }, step.source),
    text && drawText(text.title, text.text, tools),
    buildTry(form, send, texts),
  ].filter(Boolean);
}

/** Returns the form for an attempt: how it can turn out, and whether it asks for an answer, follows from the way that is chosen. */
function buildTry({ legend, picked, result, result_legend: resultLegend, at, ways }, send, texts) {
  const follows = h("div", { class: "vbf-follows" });
  const form = buildForm("try", send, drawRadios({ name: "channel", legend, options: ways, picked }, show), follows);
  function show(chosen) {
    const way = ways.find(({ id }) => id === chosen);
    const fields = way && [at, way.answer].filter(Boolean).map(buildField);
    follows.replaceChildren(...(way ? [drawRadios({ name: "result", legend: resultLegend, options: way.results, picked: result }),
      h("div", { class: "vbf-fields" }, fields), submitButton(texts.try_save)] : []));
  }
  show(picked);
  return form;
}

/** Returns the form that says an application has been answered. */
function drawAnswer({ legend, picked, options, field }, { texts, send }) {
  const form = buildForm("answered", send, drawRadios({ name: "section", legend, options, picked }), buildField(field), submitButton(texts.save));
  return [h("h3", {}, texts.answer), form];
}

/** Returns the ways on from here: the outcomes of the talk with their letters, then the other events. What follows is shown before it is stored. */
function buildMove({ groups, picked, values }, { texts, send }) {
  const options = groups.flatMap((group) => group.options);
  const follows = h("div", { class: "vbf-follows" });
  const form = buildForm("move", send, groups.map(({ legend, options: within }) => drawRadios({ name: "event", legend, options: within, picked }, show)), follows);
  function show(chosen) {
    const option = options.find(({ id }) => id === chosen);
    const before = { ...values, ...filledIn(form) };
    follows.replaceChildren(...(option ? drawFollows(option, before, texts) : []));
  }
  show(picked);
  return [h("h3", {}, texts.move), form];
}

function drawFollows({ to, tasks, documents, fields }, before, texts) {
  const list = (title, items) => items.length > 0 && h("div", {}, h("h4", {}, title), h("ul", {}, items.map((item) => h("li", {}, item))));
  return [
    h("p", {}, h("strong", {}, `${texts.becomes}: `), to),
    list(texts.tasks_follow, tasks), list(texts.documents, documents),
    h("div", { class: "vbf-fields" }, fields.map((field) => buildField({ ...field, value: before[field.name] ?? field.value }))),
    submitButton(texts.save),
  ].filter(Boolean);
}
