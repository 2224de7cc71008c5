// What the answers mean so far: the stair, the reason with its source, the guards, and what would change it.

/** Returns the nodes of the advice; `compact` lays many outcomes beside the stair out in two columns. */
function drawAdvice(kase, texts, compact, headingId) {
  return [
    h("h2", { id: headingId }, kase.ladder.title),
    drawStair(kase.ladder, texts),
    drawBeside(kase.ladder.beside, texts, compact),
    kase.reason && drawReason(kase.reason),
    kase.guards.map(({ title, text }) => h("p", { class: "vb-guard" }, h("strong", {}, title), " ", text)),
    drawAside(texts.changes, kase.changes),
    drawAside(texts.lower, kase.lower),
  ].flat();
}

function drawReason({ tone, title, text, kind, source, sufficient }) {
  return h("div", { class: `vb-reason is-${tone}` },
    h("p", {}, h("strong", {}, title), " ", text, " ", kind && h("span", { class: "vb-kind" }, kind)),
    source && h("p", { class: "vb-source" }, source),
    sufficient && h("p", { class: "vb-source" }, sufficient));
}

function drawAside(title, items) {
  return items.length > 0 && h("div", { class: "vb-aside" }, h("h3", {}, title.endsWith("?") ? title : `${title}:`), h("ul", {}, items.map((item) => h("li", {}, item))));
}
