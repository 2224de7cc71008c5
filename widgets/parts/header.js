// The header that all dashboards share: where one is, on which day, the way to the others, and whose data it is.

/** Returns the header's children; `more` (progress, tools) stands at its end. */
function drawHeader(header, texts, ...more) {
  const links = header.links.map(({ label, href }) => h("a", { href: safeAddress(href) }, label));
  return [
    h("h1", {}, header.title),
    h("p", { class: "vb-place" }, header.place),
    h("nav", { class: "vb-links", "aria-label": texts.links }, links),
    header.sample && h("p", { class: "vb-sample" }, header.sample),
    ...more,
  ];
}

/** Returns a row of addresses of which one is current: municipalities, languages. */
function drawSwitch(label, choices) {
  const links = choices.map((choice) =>
    h("a", { href: safeAddress(choice.href), "aria-current": choice.current && "page" }, choice.label));
  return h("nav", { class: "vb-switch", "aria-label": label }, h("span", { "aria-hidden": "true" }, label), links);
}
