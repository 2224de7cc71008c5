// What the answers mean so far: the stair, the reason with its source, the guards, and what would change it.

/** Returns the nodes of the advice; `compact` lays many outcomes beside the stair out in two columns. */
function drawAdvice(kase, texts, compact, headingId) {
  return [
    h("h2", { id: headingId }, kase.ladder.title),
    drawStair(kase.ladder, texts),
    drawBeside(kase.ladder.beside, texts, compact),
    kase.reason && drawReason(kase.reason),
    kase.guards.map(drawGuard),
    drawAside(texts.changes, kase.changes),
    drawAside(texts.lower, kase.lower),
  ].flat();
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
