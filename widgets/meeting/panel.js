// The meeting panel: draws the view it is given and sends actions; it decides nothing. Concatenated after the shared parts.

const COMMANDS = {
  j: "next", k: "previous", ArrowDown: "next", ArrowUp: "previous", Enter: "decide", a: "deviate_open", p: "park", b: "blank",
  F9: "blank", "?": "help",
};
let meetingCount = 0;

/** anywidget's entry: draws into `el`, follows the model, and returns what undoes both. */
function render({ model, el }) {
  const panel = { model, texts: model.get("view").texts, id: `vbm${++meetingCount}`, visit: 0 };
  Object.assign(panel, buildFrame(panel));
  // An answer that nobody confirms: what is shown goes back to what the kernel knows, and the meeting is told.
  panel.pending = buildPending(() => { panel.refresh(); setText(panel.alert, panel.texts.lost); });
  panel.fitting = keepFitting(panel.root, [panel.case, panel.ladder]);
  panel.walk = buildWalk(panel.questions, (question, value) => answer(panel, question, value));
  panel.refresh = () => keepFocus(panel.root, () => showView(panel), () => panel.head.querySelector("h2") ?? panel.root);
  const onKeydown = (event) => onKey(panel, event);
  document.addEventListener("keydown", onKeydown);
  model.on("change:view", panel.refresh);
  el.classList.add("vb-meeting-frame");
  el.replaceChildren(panel.root);
  panel.refresh();
  return () => {
    panel.drafts.flush();
    panel.clock.stop();
    panel.fitting.stop();
    document.removeEventListener("keydown", onKeydown);
    model.off("change:view", panel.refresh);
  };
}

function buildFrame(panel) {
  const { texts, id, model } = panel;
  const box = (tag, name, props = {}) => h(tag, { class: `vbm-${name}`, ...props });
  const frame = {
    top: h("div", { class: "vb-top vbm-top" }), list: box("div", "agenda-list", { id: `${id}-list` }),
    empty: box("p", "empty"), head: box("div", "head"), decided: box("div", "decided"), questions: box("div", "questions"),
    deviate: box("div", "deviate"), advice: box("div", "advice"), why: box("div", "why"),
    blocked: box("p", "blocked", { id: `${id}-blocked` }), live: h("div", { class: "vb-hidden", "aria-live": "polite" }),
    alert: h("p", { role: "alert" }), status: h("p", { role: "status" }),
    clock: buildClock(texts), blank: buildBlank(texts), help: buildHelp(texts, id), buttons: buildButtons(panel, texts),
    drafts: buildDrafts((field, value) => model.send({ do: "text", on: panel.caseId, field, value })),
  };
  frame.answered = h("details", { class: "vbm-answered", open: true }, h("summary", {}, texts.answers ?? texts.case), frame.questions);
  frame.case = h("section", { class: "vbm-case", "aria-label": texts.case }, frame.empty, frame.head, frame.decided, frame.answered);
  frame.ladder = h("section", { class: "vbm-ladder", "aria-labelledby": `${id}-ladder` }, frame.deviate, frame.advice, frame.why);
  frame.root = h("div", { class: "vb vb-meeting", tabindex: "-1", onfocusin: keepKeys },
    frame.top, buildAgenda(texts, frame.list), frame.case, frame.ladder,
    h("div", { class: "vbm-foot" }, Object.values(frame.buttons),
      h("div", { class: "vbm-said" }, frame.blocked, frame.alert, frame.status), frame.clock.node),
    frame.live, frame.blank, frame.help);
  return frame;
}

function buildButtons(panel, texts) {
  const decide = commandButton(panel, "decide", texts.decide, "Enter");
  decide.setAttribute("aria-describedby", `${panel.id}-blocked`);
  const deviate = commandButton(panel, "deviate_open", texts.deviate, "A");
  return { decide, deviate, park: commandButton(panel, "park", texts.park, "P"), next: commandButton(panel, "next", texts.next, "J") };
}

function commandButton(panel, command, text, key, kind = "vb-button") {
  const props = { type: "button", id: `${panel.id}-${command}`, class: kind, onclick: () => run(panel, command) };
  return h("button", props, h("span", {}, text), key && keyBadge(key));
}

function showView(panel) {
  panel.view = panel.model.get("view");
  panel.root.lang = panel.view.lang;
  const kase = panel.view.case;
  if ((kase?.id ?? null) !== panel.caseId) enterCase(panel, kase);
  if (kase?.decision) panel.clock.hold();
  showHeader(panel);
  showAgenda(panel);
  showCase(panel, kase);
  showQuestions(panel, kase);
  showLadder(panel, kase);
  showFooter(panel, kase);
  panel.fitting.fit();
  if (panel.pending.size === 0) panel.walk.follow();
}

function enterCase(panel, kase) {
  const fresh = { widest: 0, said: null, wasDecided: undefined };
  Object.assign(panel, fresh, { caseId: kase?.id ?? null, visit: panel.visit + 1 });
  panel.pending.clear();
  panel.walk.stop();
  panel.case.scrollTop = panel.ladder.scrollTop = panel.root.scrollTop = 0;
  if (kase) panel.clock.start(kase.id, kase.since, panel.view.minutes);
  else panel.clock.clear();
}

function showHeader(panel) {
  const { texts, view: { header } } = panel;
  reshape(panel.top, header, () => {
    const tools = [commandButton(panel, "blank", texts.hide, "B", ""), commandButton(panel, "help", texts.help, "?", "")];
    return drawHeader(header, texts, h("p", { class: "vbm-progress" }, header.progress), h("p", { class: "vbm-tools" }, tools));
  });
}

function showAgenda(panel) {
  const { id, texts, caseId, list, view: { agenda } } = panel;
  const top = list.scrollTop;
  const context = { prefix: id, texts, current: caseId, open: (reference) => act(panel, { do: "open", case: reference }) };
  if (reshape(list, [agenda, caseId], () => agenda.map((section) => drawSection(section, context)))) list.scrollTop = top;
  const current = list.querySelector("[aria-current]");
  if (current && panel.revealed !== caseId) revealIn(list, current);
  panel.revealed = caseId;
}

function showCase(panel, kase) {
  const { texts, head, answered } = panel;
  const decided = Boolean(kase?.decision);
  panel.root.classList.toggle("is-empty", !kase);
  setText(panel.empty, kase ? "" : texts.empty);
  reshape(head, kase && [panel.visit, kase.label, kase.words, kase.words_missing, kase.facts], () => kase && drawCaseHead(kase));
  reshape(panel.decided, kase?.decision, () => decided && drawDecision(kase.decision, texts, (text) => setText(panel.live, text)));
  answered.classList.toggle("is-decided", decided);
  if (decided === panel.wasDecided) return;
  answered.open = !decided;
  // The control that was used is gone or spent: the keyboard goes to what came of it.
  if (panel.wasDecided === false && panel.root.contains(document.activeElement)) panel.decided.querySelector("h3").focus();
  panel.wasDecided = decided;
}

function showQuestions(panel, kase) {
  const questions = kase?.questions ?? [];
  const prefix = `${panel.id}-${panel.visit}`;
  const build = (question) => buildQuestion(question, prefix, panel.texts, (value) => answer(panel, question.id, value));
  reshape(panel.questions, [prefix, questions.map(({ id, text, answers }) => [id, text, answers])], () => questions.map(build));
  panel.questions.classList.toggle("is-dense", questions.length > 7);
  questions.forEach((question, index) => {
    const shown = panel.pending.shown(question.id, question.answer);
    syncQuestion(panel.questions.children[index], question, shown, Boolean(kase.decision));
  });
}

function showLadder(panel, kase) {
  const { id, texts, visit, drafts } = panel;
  const deviating = Boolean(kase?.deviate.open && !kase.decision);
  showDeviate(panel, deviating ? kase.deviate : null);
  const shown = deviating ? null : kase;
  panel.widest = Math.max(panel.widest, kase?.ladder.beside.length ?? 0);
  const compact = panel.widest > 2;
  reshape(panel.advice, shown && [shown.ladder, shown.reason, shown.changes, shown.lower, shown.guards, compact],
    () => shown && drawAdvice(shown, texts, compact, `${id}-ladder`));
  const why = shown?.decision ? null : shown?.why;
  reshape(panel.why, why && [visit, why.label], () => why && drafts.field("why", `${id}-${visit}-why`, why.label));
  if (why) drafts.sync("why", panel.why.querySelector("textarea"), why.value);
  if (kase?.reason && panel.said !== kase.reason.title) setText(panel.live, (panel.said = kase.reason.title));
}

function showDeviate(panel, deviate) {
  const { drafts, deviate: place } = panel;
  const opening = deviate && !place.firstChild;
  const closing = !deviate && place.contains(document.activeElement);
  if (opening) panel.step = deviate.chosen;
  reshape(place, deviate && [panel.visit, deviate.options], () => deviate && drawDeviate(panel, deviate));
  if (deviate) drafts.sync("deviate_reason", place.querySelector("textarea"), deviate.reason);
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

function showFooter(panel, kase) {
  const { decide, deviate, park, next } = panel.buttons;
  const { agenda, message } = panel.view;
  const decided = Boolean(kase?.decision);
  const disable = (button, off) => button.setAttribute("aria-disabled", String(off));
  const deviating = Boolean(kase?.deviate.open && !decided);
  disable(decide, !kase?.can_decide || decided || deviating);
  disable(deviate, !kase || decided);
  disable(park, !kase || decided);
  disable(next, agenda.length === 0);
  deviate.setAttribute("aria-expanded", String(deviating));
  decide.classList.toggle("is-primary", !decided && !deviating);
  next.classList.toggle("is-primary", decided);
  setText(panel.blocked, kase?.blocked);
  setText(panel.alert, message?.tone === "error" ? message.text : "");
  setText(panel.status, message?.tone === "ok" ? message.text : "");
}

/** Sends an action with the case it was meant for; text still in a field goes first. */
function act(panel, action) {
  panel.drafts.flush();
  panel.model.send({ on: panel.caseId, ...action });
}

function answer(panel, question, value) {
  panel.pending.give(question, value);
  act(panel, { do: "answer", question, value });
  showQuestions(panel, panel.view.case);
}

function run(panel, command) {
  const kase = panel.view.case;
  const open = kase && !kase.decision;
  const deviating = open && kase.deviate.open;
  if (command === "blank" || command === "help") toggleDialog(panel[command]);
  else if (["next", "previous", "deviate_cancel"].includes(command)) act(panel, { do: command });
  else if (!open) return;
  else if (command === "deviate_open") act(panel, { do: deviating ? "deviate_cancel" : "deviate_open" });
  else if (command === "park") act(panel, { do: "park" });
  else if (deviating) saveDeviation(panel, command);
  else act(panel, { do: "decide" });
}

/** Saves the other step; Enter does so only from inside its panel, where nobody can mean the recommended one. */
function saveDeviation(panel, command) {
  const { deviate, step } = panel;
  if (command === "decide" && !deviate.contains(document.activeElement)) return;
  if (step) act(panel, { do: "deviate", step, reason: deviate.querySelector("textarea").value });
  else deviate.querySelector("input").focus();
}

function onKey(panel, event) {
  const { target, key } = event;
  if (!hearsKey(panel.root, event)) return;
  const command = commandOf(key, COMMANDS);
  const dialog = [panel.blank, panel.help].find((each) => each.open);
  if (dialog ? panel[command] !== dialog : isTyping(target) && key !== "F9" && key !== "Escape") return;
  if (key === "Escape") leave(panel, target);
  else if (/^[0-9]$/.test(key)) pickDigit(panel, Number(key));
  else if (command && !belongsTo(target, key) && (!event.repeat || ["next", "previous"].includes(command))) run(panel, command);
  else return;
  event.preventDefault();
}

function leave(panel, target) {
  if (isTyping(target)) panel.root.focus({ preventScroll: true });
  else if (panel.view.case?.deviate.open) run(panel, "deviate_cancel");
}

function pickDigit(panel, digit) {
  const options = panel.deviate.querySelector("fieldset");
  if (options) pickOption(options, digit);
  else panel.walk.pick(digit);
}

export default { render };
