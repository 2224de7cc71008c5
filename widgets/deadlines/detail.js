// One course opened: what to do next, what is promised, and what has happened. Each section is drawn anew only when it has changed.

/** Returns the pane; `show(detail)` draws the course that is open, null none. */
function buildDetail(tools) {
  const { id, texts } = tools;
  const names = ["head", "contact", "tasks", "answer", "move", "documents", "promises", "history"];
  const part = Object.fromEntries(names.map((name) => [name, h("section", { class: `vbf-part is-${name}` })]));
  const said = [h("p", { class: "vbf-said is-error", role: "alert" }), h("p", { class: "vbf-said is-ok", role: "status" })];
  const node = h("section", { class: "vbf-pane", "aria-labelledby": `${id}-open`, hidden: true }, part.head, said, names.slice(1).map((name) => part[name]));
  const draw = {
    head: (detail) => drawHead(detail, tools),
    contact: ({ contact }) => contact && drawContact(contact, tools),
    tasks: ({ tasks }) => tasks.length > 0 && drawTasks(tasks, tools),
    answer: ({ answer }) => answer && drawAnswer(answer, tools),
    move: ({ move }) => move && buildMove(move, tools),
    documents: ({ documents }) => documents.choices.length > 0 && drawDocuments(documents, tools),
    promises: ({ promises }) => promises.length > 0 && [h("h3", {}, texts.promises), h("ul", {}, promises.map(drawPromise))],
    history: (detail) => drawHistory(detail, tools),
  };
  const shapes = { history: ({ history, undo }) => [history, undo] };
  let shown = null;
  return {
    node,
    show(detail, message) {
      node.hidden = !detail;
      setText(said[0], message?.tone === "error" ? message.text : "");
      setText(said[1], message?.tone === "ok" ? message.text : "");
      if (!detail) { shown = null; return; }
      for (const name of names) reshape(part[name], [detail.id, (shapes[name] ?? ((it) => it[name]))(detail)], () => draw[name](detail) || []);
      if (shown !== detail.id) node.scrollTop = 0;
      shown = detail.id;
    },
    heading: () => part.head.querySelector("h2"),
  };
}

function drawHead({ head }, { id, texts, close }) {
  return [
    h("div", { class: "vbf-title" }, h("h2", { id: `${id}-open`, tabindex: "-1" }, head.title),
      h("button", { type: "button", id: `${id}-close`, class: "vb-button is-small", onclick: close }, texts.close, keyBadge("Esc"))),
    h("p", {}, h("strong", {}, head.state), ` · ${head.about}`),
    head.notice && h("p", { class: "vbf-notice" }, head.notice),
  ].filter(Boolean);
}

function smallButton(id, text, onclick, kind = "") {
  return h("button", { type: "button", id, class: `vb-button is-small ${kind}`, onclick }, text);
}

function drawTasks(tasks, { id, texts, send }) {
  const row = ({ task, label, note, stands }) => h("li", {}, drawGlyph(stands), h("span", { class: "vbf-what" }, label, h("small", {}, note)),
    smallButton(`${id}-task-${task}`, texts.task_done, () => send("task", { task })));
  return [h("h3", {}, texts.tasks), h("ul", { class: "vbf-tasks" }, tasks.map(row))];
}

function drawPromise({ stands, word, label, when, note, kind, source }) {
  return h("li", {}, drawGlyph(stands), h("div", {},
    h("p", {}, h("strong", {}, label), `: ${when} `, h("span", { class: "vbf-word" }, `(${word})`)),
    h("p", { class: "vb-source" }, note, " ", kind && h("span", { class: "vb-kind" }, kind), source && ` ${source}`)));
}

function drawHistory({ history, undo }, { id, texts, send }) {
  return [
    h("div", { class: "vbf-title" }, h("h3", {}, texts.history), undo && smallButton(`${id}-undo`, texts.undo, () => send("undo"))),
    undo && h("p", { class: "vb-small" }, undo),
    h("ol", { class: "vbf-history" }, history.map(({ when, what, note }) => h("li", {}, h("span", { class: "vbf-when" }, when), h("span", {}, what, note && h("small", {}, note))))),
  ];
}

/** Returns the letters and notes that belong here; one of them is shown with its text to copy or to save. */
function drawDocuments({ choices, shown }, { id, texts, send, tell }) {
  const buttons = choices.map(({ template, title }) => h("button", { type: "button", id: `${id}-document-${template}`, class: "vb-button is-small",
    "aria-pressed": String(shown?.template === template), onclick: () => send("document", { template }) }, title));
  return [h("h3", {}, texts.documents), h("p", { class: "vbf-buttons" }, buttons), shown && drawDocument(shown, { id, texts, send, tell })].filter(Boolean);
}

function drawDocument({ template, title, text, awaiting, missing, fields }, { id, texts, send, tell }) {
  const blanks = fields.length > 0 && buildForm("document", (action, values) => send(action, { template, ...values }), h("div", { class: "vbf-fields" }, fields.map(buildField)), submitButton(texts.write));
  return h("div", { class: "vbf-letter" }, awaiting && h("p", { class: "vb-guard" }, awaiting), blanks, drawText(title, text, { texts, tell }),
    missing && h("p", { class: "vb-small" }, missing), h("p", {}, smallButton(`${id}-docx`, texts.docx, () => send("docx"))));
}

/** Returns a text to copy under its title. */
function drawText(title, text, { texts, tell }) {
  const note = h("pre", { tabindex: "0", role: "group", "aria-label": title }, text);
  const copy = smallButton(null, texts.copy, async () => { if (await copyText(note)) tell(texts.copied); });
  return h("div", { class: "vb-note" }, h("h4", {}, title), copy, note);
}
