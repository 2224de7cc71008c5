// What the answers mean so far: the stair, the reason with its source, the guards, and what would change it.

/** Returns the nodes of the advice; `compact` lays many outcomes beside the stair out in two columns. */
function drawAdvice(kase, texts, compact, headingId) {
  return [
    h("h2", { id: headingId }, kase.ladder.title),
    drawStair(kase.ladder, texts),
    drawBeside(kase.ladder.beside, texts, compact),
    kase.reason && drawReason(kase.reason),
    drawGuards(kase.guards, texts),
    drawAside(texts.changes, kase.changes),
    drawAside(texts.lower, kase.lower),
  ].flat();
}

const MOST_GUARDS = 2; // the others fold away: the ladder column holds the reason and what would change it as well

function drawGuards(guards, texts) {
  const first = guards.filter(({ general }) => !general).slice(0, MOST_GUARDS);
  const others = guards.filter((guard) => !first.includes(guard));
  if (!others.length) return first.map(drawGuard);
  return [...first.map(drawGuard), h("details", { class: "vb-guards" }, h("summary", {}, `+ ${others.length} ${texts.guards}`), others.map(drawGuard))];
}

function drawGuard({ title, text, kind }) {
  return h("p", { class: "vb-guard" }, h("strong", {}, closed(title, ":")), " ", text, " ", kind && h("span", { class: "vb-kind" }, kind));
}

function drawReason({ tone, title, text, kind, source, sufficient }) {
  return h("div", { class: `vb-reason is-${tone}` },
    h("p", {}, h("strong", {}, closed(title, ".")), " ", text, " ", kind && h("span", { class: "vb-kind" }, kind)),
    source && h("p", { class: "vb-source" }, source),
    sufficient && h("p", { class: "vb-source" }, sufficient));
}

function drawAside(title, items) {
  if (!items.length) return null;
  const rows = items.map((item) => h("li", { class: item === closed(item, ".") && "is-closed" }, item));
  return h("div", { class: "vb-aside" }, h("h3", {}, closed(title, ":")), h("ul", {}, rows));
}

/** Returns a run-in title with its mark, unless it brings one of its own. */
function closed(title, mark) {
  return /[.:?!]$/.test(title) ? title : title + mark;
}
