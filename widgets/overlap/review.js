// One citizen at a time: the facts, the questions, and the next citizen at once; the kernel stores, and says so when it could not.

const REVIEW_KEYS = {
  Enter: "save", u: "undo", j: "next", ArrowDown: "next", ArrowRight: "next", k: "previous", ArrowUp: "previous", ArrowLeft: "previous",
  n: "unrated", l: "hints", m: "write", p: "unlock",
};

/** Returns the review: `node`, `show(view, answers, questions)`, `key(event)`, `stop`. */
function buildReview(panel, { people, labels, given, start }) {
  const review = { panel, at: start, locked: null, handled: panel.number, sheet: h("div") };
  review.list = buildList(people, given, (id) => lose(review, id));
  Object.assign(review, buildSheet(review, labels));
  return {
    node: review.node,
    show: (view, answers, questions) => showReview(review, view, answers, questions),
    key: (event) => onReviewKey(review, event),
    stop: () => review.list.stop(),
  };
}

function buildSheet(review, labels) {
  const { panel: { id, texts }, sheet } = review;
  const part = (name, tag = "p", props = {}) => h(tag, { class: `vbf-${name}`, ...props });
  const name = part("name", "h2", { tabindex: "-1", id: `${id}-citizen` });
  const values = labels.map(() => h("dd", {}));
  const parts = { name, values, mark: part("mark"), with: part("with"), alert: part("alert", "p", { role: "alert" }), live: h("p", { class: "vb-hidden", "aria-live": "polite" }),
    bar: h("progress", { class: "vbf-bar", "aria-label": texts.progress }) };
  const button = (command, text, key, kind = "") => h("button", { type: "button", id: `${id}-${command}`, class: `vb-button ${kind}`, onclick: () => REVIEW[command](review) }, h("span", {}, text), keyBadge(key));
  const unlock = button("unlock", texts.unlock, "P");
  const facts = h("section", { class: "vbf-person", "aria-labelledby": name.id }, name, parts.mark,
    h("dl", { class: "vbf-facts" }, labels.map((label, index) => h("div", {}, h("dt", {}, label), values[index]))), parts.with);
  const foot = h("div", { class: "vbf-foot" }, button("save", texts.save, "Enter", "is-primary"), button("unrated", texts.unrated, "N"), button("previous", texts.previous, "K"),
    button("next", texts.next, "J"), button("undo", texts.undo, "U"));
  const node = h("div", { class: "vbf-review" }, parts.bar, facts,
    h("div", { class: "vbf-sheet" }, h("div", { class: "vbf-said" }, parts.alert, unlock), sheet, foot), parts.live);
  return { ...parts, node, unlock };
}

function showReview(review, { refused, undone, progress, recent }, answers, { fields, partners }) {
  const { list, panel, sheet } = review;
  review.partners = partners;
  reshape(sheet, fields, () => {
    review.form = buildForm(fields, { id: `${panel.id}-form`, texts: panel.texts, onChange: () => change(review) });
    return review.form.node;
  });
  list.confirm(answers, recent);
  if (!list.isWaiting() && review.alert.textContent.startsWith(panel.texts.unconfirmed)) setText(review.alert, "");
  if (refused && refused.number > review.handled) comeBack(review, refused);
  else if (undone && undone.number > review.handled) takeBack(review, undone);
  Object.assign(review.bar, { max: progress.of, value: progress.done });
  draw(review);
}

/** A rating that could not be stored: its citizen comes back with it, and hears no key until somebody has seen it. */
function comeBack(review, { number, citizen, rating, said }) {
  Object.assign(review, { handled: number, locked: citizen });
  review.list.draft(citizen, rating);
  go(review, citizen, said);
}

function takeBack(review, { number, citizen, rating, said }) {
  review.handled = number;
  review.list.draft(citizen, rating);
  go(review, citizen);
  setText(review.live, said);
}

function lose(review, id) {
  review.list.draft(id, review.list.saved(id));
  setText(review.alert, `${review.panel.texts.unconfirmed} ${nameOf(review, id)}`);
}

function change(review) {
  review.list.draft(review.at, review.form.read());
  setText(review.alert, "");
  draw(review);
}

function go(review, id, alert = "") {
  review.at = id;
  setText(review.alert, alert);
  draw(review);
  review.name.focus({ preventScroll: true });
  if (review.name.getBoundingClientRect().top < 0) review.node.scrollIntoView({ block: "start" });
  setText(review.live, [nameOf(review, id), ...review.list.person(id).facts].join(". "));
}

function draw(review) {
  const { list, at, form, partners, panel: { texts } } = review;
  const [person, rating, other] = [list.person(at), list.shown(at), list.by(at)];
  const locked = review.locked === at;
  reshape(review.name, at, () => drawName(person));
  setText(review.mark, standing(review));
  person.facts.forEach((fact, index) => setText(review.values[index], fact));
  const found = [...new Set((rating?.subcategories ?? []).flatMap((name) => partners[name] ?? []))];
  setText(review.with, found.length ? `${texts.partners}: ${found.join(", ")}` : "");
  form.show(rating, person.hints, locked || Boolean(other));
  review.unlock.hidden = !locked || Boolean(other);
}

function standing({ list, at, panel: { texts } }) {
  if (list.by(at)) return `${texts.rated_by} ${list.by(at)}`;
  if (list.isDraft(at)) return texts.draft;
  if (list.isSent(at)) return texts.sent;
  return list.rated(at) ? texts.rated : texts.not_rated;
}

/** Returns the name of a citizen: the running number for the wall, and the reference where it is shown. */
function drawName({ alias, id }) {
  return [h("span", { class: "vbf-alias" }, alias), h("span", { class: "vbf-ref" }, id)];
}

function nameOf(review, id) {
  return review.list.person(id).alias;
}

const REVIEW = {
  save(review) {
    const { list, at, form, panel } = review;
    const rating = form.read();
    if (review.locked === at || list.by(at)) return;
    if (!rating.type) return setText(review.alert, panel.texts.type_missing);
    if (JSON.stringify(rating) !== JSON.stringify(list.saved(at))) list.send(at, rating, panel.send("rate", { citizen: at, rating }));
    const next = list.unrated(at);
    if (next) go(review, next);
    else { draw(review); setText(review.alert, panel.texts.all_rated); }
  },
  undo: ({ panel }) => panel.send("undo"),
  next: (review) => go(review, review.list.step(review.at, 1)),
  previous: (review) => go(review, review.list.step(review.at, -1)),
  unrated: (review) => go(review, review.list.unrated(review.at) ?? review.at),
  hints({ list, at, form }) { form.take(list.person(at).hints); },
  write: ({ form }) => form.write(),
  unlock(review) {
    review.locked = null;
    draw(review);
  },
  clear(review) {
    review.list.drop(review.at);
    setText(review.alert, "");
    draw(review);
  },
};

function onReviewKey(review, event) {
  const { target, key } = event;
  if ((event.ctrlKey || event.metaKey) && key === "z" && !isTyping(target)) return run(review, event, "undo");
  if (!hearsKey(review.panel.root, event)) return;
  if (isTyping(target)) return leaveNote(review, event);
  const command = key === "Escape" ? "clear" : commandOf(key, REVIEW_KEYS);
  if (!event.repeat && key.length === 1 && review.form.press(key.toLowerCase())) event.preventDefault();
  else if (command && !belongsTo(target, key) && (!event.repeat || ["next", "previous"].includes(command))) run(review, event, command);
}

function leaveNote(review, event) {
  if (event.key === "Enter") run(review, event, "save");
  if (event.key === "Escape") { event.preventDefault(); review.name.focus(); }
}

function run(review, event, command) {
  event.preventDefault();
  REVIEW[command](review);
}
