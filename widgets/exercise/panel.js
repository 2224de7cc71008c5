// The exercise panel: draws the view it is given and sends actions; it decides nothing. Concatenated after the shared parts.

function buildExercise(panel) {
  const [top, main] = [h("div", { class: "vb-top" }), h("div", { class: "vb-main" })];
  const pending = buildPending(() => panel.refresh()); // what is shown goes back to what the kernel knows
  return { top, main, pending, root: h("div", { class: "vb vb-page vb-oevelse", tabindex: "-1" }, top, main) };
}

function showView(panel) {
  const view = panel.view = panel.model.get("view");
  panel.root.lang = view.lang;
  reshape(panel.top, view.header, () => drawHeader(view.header, view.texts));
  const { turn, phase, cards, discussion } = view;
  if (reshape(panel.main, [turn, cards, discussion], () => PHASES[phase](panel, view))) enterTurn(panel);
  if (panel.questions) syncQuestions(panel);
  say(panel, view.message);
}

function enterTurn(panel) {
  panel.pending.clear();
  panel.questions = panel.main.querySelector(".vbo-questions");
  panel.walk = panel.questions && buildWalk(panel.questions, (question, value) => answer(panel, question, value));
  if (panel.turn !== undefined && panel.turn !== panel.view.turn) panel.root.scrollIntoView({ block: "start" });
  panel.turn = panel.view.turn;
}

function syncQuestions(panel) {
  panel.view.questions.forEach((question, index) =>
    syncQuestion(panel.questions.children[index], question, panel.pending.shown(question.id, question.answer), false));
}

function say(panel, text) {
  const place = panel.main.querySelector(".vbo-said");
  if (place) setText(place, text);
}

const PHASES = {
  choose: (panel, { texts, municipalities, cards, started }) => [
    h("div", { class: "vbo-head" }, h("h2", { class: "vb-lead", tabindex: "-1" }, texts.lead), drawSwitch(texts.municipality, municipalities)),
    h("ol", { class: "vbo-how" }, texts.how.map((step) => h("li", {}, step))),
    cards.length > 0 ? h("ul", { class: "vbo-cards" }, cards.map((card) => drawCard(panel, card))) : h("p", { class: "vb-guard" }, texts.none),
    h("div", { class: "vbo-small" }, h("p", { class: "vb-small" }, texts.no_scores), h("p", { class: "vb-small" }, texts.nothing_kept)),
    drawSaid(),
    started && drawReset(panel, texts),
  ],
  answer: (panel, { texts, turns, questions, ...view }) => [
    h("div", { class: "vbo-work" },
      h("section", { class: "vbo-case", "aria-label": texts.case }, drawStory(view.case, "h2")),
      h("section", { class: "vbo-sheet", "aria-label": texts.questions },
        h("h2", { tabindex: "-1" }, turns.title), h("p", { class: "vb-small" }, texts.hidden),
        h("div", { class: "vbo-questions" }, questions.map((question) => drawQuestion(panel, question, texts))),
        h("div", { class: "vbo-buttons" }, drawButton(panel, "done", texts.done, "is-primary"), drawButton(panel, "leave", texts.leave), drawSaid()))),
  ],
  handover: (panel, { texts, turns }) => [
    h("section", { class: "vbo-handover" },
      h("h2", { class: "vb-lead", tabindex: "-1" }, turns.handed_in), h("p", {}, texts.handed_in),
      h("div", { class: "vbo-buttons" }, drawButton(panel, "next", turns.next, "is-primary"),
        turns.can_show && drawButton(panel, "show", texts.show), drawButton(panel, "leave", texts.leave)),
      drawSaid(), h("p", { class: "vb-small" }, texts.nothing_kept)),
  ],
  discuss: (panel, { texts, discussion, ...view }) => [
    h("div", { class: "vbo-head" },
      h("div", {}, h("h2", { class: "vb-lead", tabindex: "-1" }, discussion.title),
        h("details", { class: "vbo-again" }, h("summary", {}, texts.again), drawStory(view.case, "h3"))),
      h("div", { class: "vbo-buttons" }, drawSaid(), drawButton(panel, "leave", texts.leave))),
    h("div", { class: "vbo-work is-discussion" },
      h("div", { class: "vbo-spreads" },
        drawSpreads(texts.first, discussion.first.map(drawSpread), discussion.first_none),
        discussion.agreed.length > 0 && drawSpreads(texts.agreed, discussion.agreed.map(drawAgreed))),
      drawArrivals(discussion, texts)),
    h("p", { class: "vb-small" }, discussion.few, discussion.few && " ", texts.about_kappa, " ", texts.nothing_kept),
  ],
};

function drawSaid() {
  return h("p", { class: "vbo-said", role: "alert" });
}

function drawButton(panel, command, text, kind = "") {
  return h("button", { type: "button", id: `${panel.id}-${command}`, class: `vb-button ${kind}`, onclick: () => act(panel, { do: command }) }, text);
}

function drawCard(panel, { id, label, words, status, shown }) {
  return h("li", {}, h("button", { type: "button", class: `vbo-card${shown ? " is-shown" : ""}`, id: `${panel.id}-card-${id}`, onclick: () => act(panel, { do: "choose", vignette: id }) },
    h("strong", {}, label), h("q", {}, words), status && h("span", { class: "vbo-status" }, status)));
}

function drawReset(panel, texts) {
  return h("details", { class: "vbo-reset" }, h("summary", {}, texts.reset), h("p", {}, texts.reset_sure), drawButton(panel, "reset", texts.reset_now));
}

/** Returns the case as it is told; `level` names its heading. */
function drawStory({ label, words, text }, level) {
  return [h(level, {}, label), h("blockquote", {}, words), h("p", { class: "vbo-text" }, text)];
}

function drawQuestion(panel, question, texts) {
  return buildQuestion(question, `${panel.id}-${panel.view.turn}`, texts, (value) => answer(panel, question.id, value));
}

function drawSpreads(title, spreads, none) {
  return h("section", {}, h("h3", {}, title), spreads.length > 0 ? h("ol", {}, spreads) : h("p", {}, none));
}

function drawSpread({ text, answers, alike, kappa }) {
  return h("li", { class: "vbo-spread" },
    h("p", { class: "vbo-asked" }, h("strong", {}, text), " ", h("span", { class: "vb-small" }, alike)),
    h("ul", { class: "vbo-counts" }, answers.map(drawCount)),
    kappa && h("p", { class: "vb-small" }, kappa));
}

/** Returns a question that all answered alike: its one answer beside it. */
function drawAgreed({ text, answers, kappa }) {
  return h("li", { class: "vbo-spread" },
    h("div", { class: "vbo-asked" }, h("strong", {}, text), " ", h("ul", { class: "vbo-counts" }, answers.filter(({ count }) => count > 0).map(drawCount))),
    kappa && h("p", { class: "vb-small" }, kappa));
}

/** Returns an answer with one dot for each who gave it, and the number. */
function drawCount({ text, count, open }) {
  const dots = h("span", { class: "vbo-dots", "aria-hidden": "true" }, Array.from({ length: count }, () => h("i")));
  return h("li", { class: `vbo-count${open ? " is-open" : ""}${count ? "" : " is-none"}` }, text, count > 0 && dots, h("strong", {}, String(count)));
}

function drawArrivals({ ladder, arrivals }, texts) {
  return h("section", { class: "vbo-where" },
    h("h3", {}, texts.where), drawStair(ladder, texts), drawBeside(ladder.beside, texts, ladder.beside.length > 2),
    h("ul", { class: "vbo-arrivals" }, arrivals.map(({ title, because }) =>
      h("li", {}, h("strong", {}, title), because.map((way) => h("p", { class: "vb-small" }, way))))));
}

/** Sends an action with the turn it was meant for. */
function act(panel, action) {
  dispatch(panel.model, { on: panel.view.turn, ...action });
}

function answer(panel, question, value) {
  panel.pending.give(question, value);
  act(panel, { do: "answer", question, value });
  syncQuestions(panel);
}

function onKey(panel, event) {
  if (!panel.questions || !hearsKey(panel.root, event) || !/^[0-9]$/.test(event.key)) return;
  panel.walk.pick(Number(event.key));
  event.preventDefault();
}

export default inRoom({ build: buildExercise, show: showView, key: onKey, fallback: ({ main, root }) => main.querySelector("h2[tabindex]") ?? root, entries: ".vbo-card" });
