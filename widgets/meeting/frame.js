// The meeting's parts as elements, built once; panel.js fills them.

function buildFrame(panel) {
  const { texts, id, model } = panel;
  const box = (tag, name, props = {}) => h(tag, { class: `vbm-${name}`, ...props });
  const frame = {
    top: h("div", { class: "vb-top vbm-top" }), list: box("div", "agenda-list", { id: `${id}-list` }), end: box("div", "agenda-end"),
    progress: box("span", "so-far"), empty: box("p", "empty"), head: box("div", "head"), decided: box("div", "decided"), questions: box("div", "questions"),
    outcomes: box("div", "outcomes"), levels: box("div", "levels"),
    deviate: box("div", "deviate"), advice: box("div", "advice"), why: box("div", "why"), people: box("form", "people"),
    blocked: box("p", "blocked", { id: `${id}-blocked` }), live: h("div", { class: "vb-hidden", "aria-live": "polite" }),
    alert: h("p", { role: "alert" }), status: h("p", { role: "status" }),
    clock: buildClock(texts), buttons: buildButtons(panel, texts),
    drafts: buildDrafts((field, value) => dispatch(model, { do: "text", on: panel.caseId, field, value })),
    reasons: buildDrafts((kase, value) => dispatch(model, { do: "follow_up_reason", case: kase, value })),
    follow_up: box("dialog", "over", { "aria-labelledby": `${id}-together` }),
    closing: box("dialog", "over", { "aria-labelledby": `${id}-closing` }),
  };
  frame.answered = h("details", { class: "vbm-answered", open: true }, h("summary", {}, texts.answers ?? texts.case), frame.questions);
  frame.case = h("section", { class: "vbm-case", "aria-label": texts.case },
    frame.empty, frame.head, frame.decided, frame.answered, frame.outcomes, frame.levels);
  frame.ladder = h("section", { class: "vbm-ladder", "aria-labelledby": `${id}-ladder` }, frame.deviate, frame.advice, frame.why);
  frame.end.append(commandButton(panel, "closing", texts.closing, "S", "vb-button is-small"));
  frame.root = h("div", { class: "vb vb-meeting", tabindex: "-1" },
    frame.top, buildAgenda(texts, frame.list, frame.end, frame.progress), frame.people, frame.case, frame.ladder,
    h("div", { class: "vbm-foot" }, Object.values(frame.buttons),
      h("div", { class: "vbm-said" }, frame.blocked, frame.alert, frame.status), frame.clock.node),
    frame.live, frame.follow_up, frame.closing);
  return frame;
}

function buildButtons(panel, texts) {
  const decide = commandButton(panel, "decide", texts.decide, "Enter");
  decide.setAttribute("aria-describedby", `${panel.id}-blocked`);
  const button = (command, text, key) => commandButton(panel, command, text, key);
  return {
    decide, deviate: button("deviate_open", texts.deviate, "A"), park: button("park", texts.park, "P"),
    next: button("next", texts.next, "J"), undo: button("undo", texts.undo, "Z"),
  };
}

function commandButton(panel, command, text, key, kind = "vb-button") {
  const props = { type: "button", id: `${panel.id}-${command}`, class: kind, onclick: () => run(panel, command) };
  return h("button", props, h("span", {}, text), key && keyBadge(key));
}
