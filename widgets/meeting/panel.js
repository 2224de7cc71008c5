// The meeting panel: draws the view it is given and sends actions; it decides nothing. Concatenated after the shared parts.

const PATIENCE_MS = 2000; // how long an answer just given is shown before the kernel has confirmed it
const COMMANDS = {
  j: "next", k: "previous", ArrowDown: "next", ArrowUp: "previous", Enter: "decide", a: "deviate_open", p: "park", b: "blank", "?": "help",
};
let meetingCount = 0;

/** anywidget's entry: draws into `el`, follows the model, and returns what undoes both. */
function render({ model, el }) {
  const panel = { model, texts: model.get("view").texts, id: `vbm${++meetingCount}`, visit: 0, pending: new Map() };
  Object.assign(panel, buildFrame(panel));
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
    document.removeEventListener("keydown", onKeydown);
    model.off("change:view", panel.refresh);
  };
}

function buildFrame(panel) {
  const { texts, id, model } = panel;
  const box = (tag, name, props = {}) => h(tag, { class: `vbm-${name}`, ...props });
  const frame = {
    top: box("header", "top"), list: box("div", "agenda-list", { id: `${id}-list` }), empty: box("p", "empty"), head: box("div", "head"),
    decided: box("div", "decided"), questions: box("div", "questions"), deviate: box("div", "deviate"), advice: box("div", "advice"),
    why: box("div", "why"), blocked: box("p", "blocked", { id: `${id}-blocked` }), live: h("div", { class: "vb-hidden", "aria-live": "polite" }),
    alert: h("p", { role: "alert" }), status: h("p", { role: "status" }),
    clock: buildClock(texts), blank: buildBlank(texts), help: buildHelp(texts, id), buttons: buildButtons(panel),
    drafts: buildDrafts((field, value) => model.send({ do: "text", field, value })),
  };
  frame.answered = h("details", { class: "vbm-answered", open: true }, h("summary", {}, texts.answers ?? texts.case), frame.questions);
  frame.case = h("section", { class: "vbm-case", "aria-label": texts.case }, frame.empty, frame.head, frame.decided, frame.answered);
  frame.ladder = h("section", { class: "vbm-ladder", "aria-labelledby": `${id}-ladder` }, frame.deviate, frame.advice, frame.why);
  // JupyterLab's own shortcuts (A and B insert cells) must not fire while the meeting has the keyboard.
  frame.root = h("div", { class: "vb vb-meeting", tabindex: "-1", "data-lm-suppress-shortcuts": "true" },
    frame.top, buildAgenda(texts, frame.list), frame.case, frame.ladder,
    h("footer", { class: "vbm-foot" }, Object.values(frame.buttons),
      h("div", { class: "vbm-said" }, frame.blocked, frame.alert, frame.status), frame.clock.node), frame.live, frame.blank, frame.help);
  return frame;
}

function buildButtons(panel) {
  const { texts } = panel;
  const button = (command, text, key) =>
    h("button", { type: "button", class: "vb-button", onclick: () => run(panel, command) }, h("span", {}, text), keyBadge(key));
  const decide = button("decide", texts.decide, "Enter");
  decide.setAttribute("aria-describedby", `${panel.id}-blocked`);
  const [deviate, park, next] = [button("deviate_open", texts.deviate, "A"), button("park", texts.park, "P"), button("next", texts.next, "J")];
  return { decide, deviate, park, next };
}

// --- showing the view ---

function showView(panel) {
  panel.view = panel.model.get("view");
  const kase = panel.view.case;
  if ((kase?.id ?? null) !== panel.caseId) enterCase(panel, kase);
  if (kase?.decision) panel.clock.hold();
  showHeader(panel);
  showAgenda(panel);
  showCase(panel, kase);
  showQuestions(panel, kase);
  showLadder(panel, kase);
  showFooter(panel, kase);
  showMessage(panel);
  followFocus(panel);
}

function enterCase(panel, kase) {
  Object.assign(panel, { caseId: kase?.id ?? null, visit: panel.visit + 1, widest: 0, follow: false, said: null, wasDecided: undefined });
  panel.pending.clear();
  panel.case.scrollTop = panel.ladder.scrollTop = panel.root.scrollTop = 0;
  if (kase) panel.clock.start(kase.id, kase.since, panel.view.minutes);
  else panel.clock.clear();
}

function showHeader(panel) {
  const { id, texts, view: { header } } = panel;
  const button = (command, text, key) =>
    h("button", { type: "button", id: `${id}-${command}`, onclick: () => run(panel, command) }, h("span", {}, text), keyBadge(key));
  const links = (header.links ?? []).map(({ label, href }) => h("a", { href: safeAddress(href) }, label));
  reshape(panel.top, header, () => [
    h("h1", {}, header.title), h("p", { class: "vbm-place" }, header.place), h("nav", { class: "vbm-links", "aria-label": texts.links }, links),
    header.sample && h("p", { class: "vb-sample" }, header.sample), h("p", { class: "vbm-progress" }, header.progress),
    h("p", { class: "vbm-tools" }, button("blank", texts.hide, "B"), button("help", texts.help, "?"))]);
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
  reshape(head, kase && [panel.visit, kase.label, kase.words, kase.words_missing, kase.facts], () => kase && drawHead(kase));
  reshape(panel.decided, kase?.decision, () => decided && drawDecision(kase.decision, texts, (text) => setText(panel.live, text)));
  answered.classList.toggle("is-decided", decided);
  if (decided === panel.wasDecided) return;
  answered.open = !decided;
  // The control that was used is gone or spent: the keyboard goes to what came of it.
  if (panel.wasDecided === false && panel.root.contains(document.activeElement)) panel.decided.querySelector("h3").focus();
  panel.wasDecided = decided;
}

function drawHead({ label, words, words_missing: missing, facts }) {
  const quote = words ? h("blockquote", { class: words.length > 220 && "is-long" }, words.trim()) : missing && h("p", { class: "vbm-nowords" }, missing);
  const rows = facts.map((fact) => h("div", {}, h("dt", {}, fact.label), h("dd", {}, fact.value)));
  return [h("h2", { tabindex: "-1" }, label), quote, h("dl", { class: "vbm-facts" }, rows)];
}

function showQuestions(panel, kase) {
  const questions = kase?.questions ?? [];
  const prefix = `${panel.id}-${panel.visit}`;
  const build = (question) => buildQuestion(question, prefix, panel.texts, (value) => answer(panel, question.id, value));
  reshape(panel.questions, [prefix, questions.map(({ id, text, answers }) => [id, text, answers])], () => questions.map(build));
  panel.questions.classList.toggle("is-dense", questions.length > 7);
  const fixed = Boolean(kase?.decision);
  questions.forEach((question, index) => syncQuestion(panel.questions.children[index], question, shownAnswer(panel, question), fixed));
}

function shownAnswer({ pending }, { id, answer: confirmed }) {
  const given = pending.get(id);
  if (given && (given.value === confirmed || performance.now() - given.at > PATIENCE_MS)) pending.delete(id);
  return pending.has(id) ? given.value : confirmed;
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
  const pick = (input) => { panel.step = input.value; };
  const choices = options.map((option, index) =>
    buildChoice({ name: `${id}-step`, value: option.id, digit: index < 9 && String(index + 1), text: option.label }, pick));
  for (const choice of choices) choice.querySelector("input").checked = choice.querySelector("input").value === panel.step;
  const button = (text, primary, command) =>
    h("button", { type: "button", class: `vb-button${primary ? " is-primary" : ""}`, onclick: () => run(panel, command) }, text);
  return [h("fieldset", {}, h("legend", { id: `${id}-ladder` }, texts.choose), h("div", { class: "vbm-options" }, choices)),
    panel.drafts.field("deviate_reason", `${id}-${visit}-reason`, texts.reason),
    h("p", { class: "vbm-pair" }, button(texts.save, true, "deviate"), button(texts.cancel, false, "deviate_cancel"))].flat();
}

function showFooter({ buttons: { decide, deviate, park, next }, blocked, view }, kase) {
  const decided = Boolean(kase?.decision);
  const disable = (button, off) => button.setAttribute("aria-disabled", String(off));
  const deviating = Boolean(kase?.deviate.open && !decided);
  disable(decide, !kase?.can_decide || decided || deviating);
  disable(deviate, !kase || decided);
  disable(park, !kase || decided);
  disable(next, view.agenda.length === 0);
  deviate.setAttribute("aria-expanded", String(deviating));
  decide.classList.toggle("is-primary", !decided && !deviating);
  next.classList.toggle("is-primary", decided);
  setText(blocked, kase?.blocked);
}

function showMessage({ view: { message }, alert, status }) {
  setText(alert, message?.tone === "error" ? message.text : "");
  setText(status, message?.tone === "ok" ? message.text : "");
}

// --- actions and keys ---

/** Sends an action; text still in a field goes first, so that it belongs to the case it was written in. */
function act(panel, action) {
  panel.drafts.flush();
  panel.model.send(action);
}

function answer(panel, question, value) {
  panel.pending.set(question, { value, at: performance.now() });
  act(panel, { do: "answer", question, value });
  showQuestions(panel, panel.view.case);
  setTimeout(() => panel.pending.has(question) && panel.refresh(), PATIENCE_MS + 50);
}

function run(panel, command) {
  const kase = panel.view.case;
  const open = kase && !kase.decision;
  const deviating = open && kase.deviate.open;
  if (command === "blank" || command === "help") toggleDialog(panel[command]);
  else if (command === "next" || command === "previous" || command === "deviate_cancel") act(panel, { do: command });
  else if (!open) return;
  else if (command === "deviate_open" && deviating) act(panel, { do: "deviate_cancel" });
  else if (command === "park" || command === "deviate_open") act(panel, { do: command });
  else if (command === "deviate" || deviating) saveDeviation(panel, command);
  else act(panel, { do: "decide" });
}

/** Saves the other step; Enter does so only from inside its panel, where nobody can mean the recommended one. */
function saveDeviation(panel, command) {
  const { deviate, step } = panel;
  if (command === "decide" && !deviate.contains(document.activeElement)) return;
  const chosen = deviate.querySelector("input:checked");
  if (chosen) act(panel, { do: "deviate", step, reason: deviate.querySelector("textarea").value });
  else deviate.querySelector("input").focus();
}

function onKey(panel, event) {
  const { target, key } = event;
  const ours = panel.root.contains(target) || (target === document.body && target.classList.contains("vb-app"));
  if (!ours || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const command = key === "F9" ? "blank" : COMMANDS[key.length === 1 ? key.toLowerCase() : key];
  const dialog = [panel.blank, panel.help].find((each) => each.open);
  if (dialog ? panel[command] !== dialog : isTyping(target) && key !== "F9" && key !== "Escape") return;
  if (key === "Escape") leave(panel, target);
  else if (/^[0-9]$/.test(key)) pickDigit(panel, Number(key));
  else if (command && !belongsTo(target, key) && (!event.repeat || ["next", "previous"].includes(command))) run(panel, command);
  else return;
  event.preventDefault();
}

/** Returns whether the focused control has its own use for the key. */
function belongsTo(target, key) {
  if (key === "Enter") return target.closest("button, a, summary") !== null;
  return key.startsWith("Arrow") && target.closest("input, pre") !== null;
}

function leave(panel, target) {
  if (isTyping(target)) panel.root.focus({ preventScroll: true });
  else if (panel.view.case?.deviate.open) run(panel, "deviate_cancel");
}

function pickDigit(panel, digit) {
  const options = [...panel.deviate.querySelectorAll("input")];
  if (options.length) return pickOption(options[digit - 1]);
  const active = document.activeElement.closest("fieldset");
  const fieldset = active?.vbQuestion ? active : nextOpen(panel, null);
  const value = fieldset && panel.answered.open ? answerOf(fieldset, digit) : undefined;
  if (value === undefined) return;
  answer(panel, fieldset.vbQuestion, value);
  panel.follow = true;
  focusQuestion(nextOpen(panel, fieldset) ?? fieldset);
}

function pickOption(input) {
  input?.focus();
  input?.click();
}

/** Returns the first open question after `fieldset`, going round; null when all that matter are answered. */
function nextOpen({ questions }, fieldset) {
  const all = [...questions.children];
  const start = all.indexOf(fieldset) + 1;
  return [...all.slice(start), ...all.slice(0, start)].find((each) => each.vbOpen) ?? null;
}

/** An answer can make the question that got the keyboard irrelevant: then the keyboard moves on once more. */
function followFocus(panel) {
  if (!panel.follow || panel.pending.size > 0) return;
  panel.follow = false;
  const active = document.activeElement?.closest("fieldset");
  const next = active?.vbQuestion && !active.vbOpen ? nextOpen(panel, active) : null;
  if (next) focusQuestion(next);
}

export default { render };
