// The meeting panel: draws the view it is given and sends actions; it decides nothing. Concatenated after the shared parts.

const COMMANDS = {
  j: "next", k: "previous", ArrowDown: "next", ArrowUp: "previous", Enter: "decide", a: "deviate_open", p: "park", z: "undo", v: "turn",
  d: "people", f: "follow_up", s: "closing",
};
const ALWAYS = ["next", "previous", "deviate_cancel", "undo", "people", "follow_up", "closing"];
const BEAT_MS = 5000; // how much of the clock a crash may cost

function buildMeeting(panel) {
  panel.visit = 0;
  Object.assign(panel, buildFrame(panel));
  [panel.pending, panel.marks] = [1, 2].map(() => buildPending(() => panel.refresh())); // what is shown goes back to what the kernel knows
  panel.fitting = keepFitting(panel.root, [panel.case, panel.ladder]);
  panel.walk = buildWalk(panel.questions, (question, value) => answer(panel, question, value));
  panel.beating = setInterval(() => beat(panel), BEAT_MS);
  for (const name of ["follow_up", "closing"]) panel[name].addEventListener("cancel", (event) => leaveOver(event, panel, name));
}

function leaveMeeting({ drafts, reasons, beating, clock, fitting }) {
  drafts.flush();
  reasons.flush();
  clearInterval(beating);
  clock.stop();
  fitting.stop();
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
  showOutcomes(panel, kase?.outcomes ?? null);
  showLadder(panel, kase);
  showFooter(panel, kase);
  showPeople(panel, panel.view);
  showTogether(panel, panel.view);
  showClosing(panel, panel.view);
  panel.asked = null;
  panel.fitting.fit();
  if (panel.pending.size === 0) panel.walk.follow();
}

function enterCase(panel, kase) {
  const fresh = { widest: 0, said: null, wasDecided: undefined };
  Object.assign(panel, fresh, { caseId: kase?.id ?? null, visit: panel.visit + 1 });
  panel.pending.clear();
  panel.walk.stop();
  panel.case.scrollTop = panel.ladder.scrollTop = panel.root.scrollTop = 0;
  if (kase) panel.clock.start(kase.id, kase.since, kase.minutes);
  else panel.clock.clear();
}

function showHeader(panel) {
  const { texts, view: { header, people } } = panel;
  setText(panel.progress, header.progress);
  reshape(panel.top, [header, people?.button], () => drawHeader(header, texts, h("p", { class: "vbm-progress" }, header.progress),
    people && commandButton(panel, "people", people.button, "D", "vb-tool")));
}

function showAgenda(panel) {
  const { id, texts, caseId, list, view: { agenda } } = panel;
  const top = list.scrollTop;
  const context = { prefix: id, texts, current: caseId, open: (reference) => act(panel, { do: "open", case: reference }),
    together: () => run(panel, "follow_up") };
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
  reshape(head, kase && [panel.visit, kase.label, kase.words, kase.words_missing, kase.facts, kase.turn], () => kase
    && [drawCaseHead(kase), kase.turn && commandButton(panel, "turn", kase.turn, "V", "vb-button is-small")].flat());
  reshape(panel.levels, kase && [panel.visit, kase.levels], () => kase?.levels && drawLevels(kase.levels, Boolean(kase.outcomes)));
  (kase?.outcomes ? panel.ladder : panel.case).append(panel.levels);
  reshape(panel.decided, kase?.decision, () => decided && drawDecision(kase.decision, texts, (text) => setText(panel.live, text)));
  answered.hidden = !kase?.questions.length;
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
  reshape(panel.advice, shown && [shown.ladder, shown.reason, shown.changes, shown.lower, shown.guards, shown.follows, compact],
    () => shown && [drawAdvice(shown, texts, compact, `${id}-ladder`), shown.follows && drawFollows(shown.follows, texts)].flat());
  const why = shown?.decision ? null : shown?.why;
  reshape(panel.why, why && [visit, why.label], () => why && drafts.field("why", `${id}-${visit}-why`, why.label));
  if (why) drafts.sync("why", required(panel.why, true), why.value);
  if (kase?.reason && panel.said !== kase.reason.title) setText(panel.live, (panel.said = kase.reason.title));
}

function showFooter(panel, kase) {
  const { decide, deviate, park, next, undo } = panel.buttons;
  const { agenda, message, can_undo: canUndo } = panel.view;
  const decided = Boolean(kase?.decision);
  const disable = (button, off) => button.setAttribute("aria-disabled", String(Boolean(off)));
  const deviating = Boolean(kase?.deviate.open && !decided);
  disable(decide, !kase?.can_decide || decided || deviating);
  disable(deviate, !kase || decided || kase.outcomes);
  disable(park, !kase || decided);
  disable(next, agenda.length === 0);
  disable(undo, !canUndo);
  deviate.setAttribute("aria-expanded", String(deviating));
  decide.classList.toggle("is-primary", !decided && !deviating);
  next.classList.toggle("is-primary", decided);
  setText(next.querySelector("kbd"), decided ? "Enter" : "J");
  setText(panel.blocked, kase?.blocked);
  setText(panel.alert, message?.tone === "error" ? message.text : "");
  setText(panel.status, message?.tone === "ok" ? message.text : "");
}

/** Sends an action with the case it was meant for; text still in a field goes first. */
function act(panel, action) {
  panel.drafts.flush();
  dispatch(panel.model, { on: panel.caseId, ...action });
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
  panel.asked = command;
  if (ALWAYS.includes(command)) act(panel, { do: command });
  else if (!open) return;
  else if (command === "turn") turn(panel, kase);
  else if (command === "deviate_open") act(panel, { do: deviating ? "deviate_cancel" : "deviate_open" });
  else if (command === "park") act(panel, { do: "park" });
  else if (deviating) saveDeviation(panel, command);
  else decideOrLead(panel);
}

function turn(panel, kase) {
  if (kase.turn) act(panel, { do: "turn" });
}

function onKey(panel, event) {
  const { target, key } = event;
  if (!hearsKey(panel.root, event)) return;
  const command = commandOf(key, COMMANDS);
  const dialog = [panel.follow_up, panel.closing].find((each) => each.open);
  if (isTyping(target) && key !== "Escape") return;
  if (dialog && panel[command] !== dialog) return;
  if (key === "Escape") leave(panel, target);
  else if (/^[0-9]$/.test(key)) pickDigit(panel, Number(key));
  else if (command && !belongsTo(target, key) && (!event.repeat || ["next", "previous"].includes(command))) run(panel, afterDecision(panel, command));
  else return;
  event.preventDefault();
}

/** Returns what a key means once the case is decided: Enter goes on to the next one. */
function afterDecision({ view }, command) {
  return command === "decide" && view.case?.decision ? "next" : command;
}

/** What lies over the case is closed by Python, so that a reload finds it as it was. */
function leaveOver(event, panel, name) {
  event.preventDefault();
  panel.reasons.flush();
  act(panel, { do: name });
}

function showOver(dialog, open) {
  if (open !== dialog.open) toggleDialog(dialog);
}

function beat(panel) {
  const kase = panel.view.case;
  if (kase && !kase.decision && !document.hidden) dispatch(panel.model, { do: "beat", on: panel.caseId });
}

function leave(panel, target) {
  if (isTyping(target)) panel.root.focus({ preventScroll: true });
  else if (panel.view.over === "people") run(panel, "people");
  else if (panel.view.case?.deviate.open) run(panel, "deviate_cancel");
}

function pickDigit(panel, digit) {
  const options = panel.deviate.querySelector("fieldset") ?? panel.outcomes.querySelector("fieldset");
  if (options) pickOption(options, digit);
  else panel.walk.pick(digit);
}

export default inRoom({
  build: buildMeeting, show: showView, key: onKey, leave: leaveMeeting, frame: "vb-meeting-frame",
  fallback: ({ head, root }) => head.querySelector("h2") ?? root,
});
