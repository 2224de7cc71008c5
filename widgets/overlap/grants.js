// Double grants as bars over time, who is responsible for § 85 when, and what the analysis of 2015 says.

function drawGrants({ lead, cards, axis, cases, legend, none, table, cited, responsible }, panel) {
  const { id, texts, lang, file } = panel;
  const csv = smallTool(`${id}-csv-${table.id}`, texts.csv, () => saveNumbers(table, { lang, file }));
  return [h("p", { class: "vbf-lead" }, lead),
    cards.length > 0 && h("div", { class: "vbf-cards" }, cards.map(({ label, number, note }) => h("div", { class: "vbf-card" }, h("h2", {}, label), h("strong", {}, number), h("p", {}, note)))),
    ...drawCited(cited),
    cases.length ? drawBars({ axis, cases, legend, title: table.title }) : h("p", { class: "vbf-lead" }, none),
    cases.length > 0 && h("p", { class: "vb-tools" }, csv),
    h("section", { class: "vbf-block" }, h("h2", {}, responsible.title), drawWide({ ...responsible, caption: responsible.title }, WORDS), drawCited(responsible.cited))];
}

/** Returns one line for each citizen: the mentor above, § 85 below, both at once marked across them; said in words at its end. */
function drawBars({ axis, cases, legend, title }) {
  const [mentor, support, both] = legend;
  const bar = (name, words) => ({ left, width }) => h("i", { class: `vbf-bar-${name}`, style: `--vbf-left: ${left}%; --vbf-width: ${width}%`, title: words });
  const line = ({ person, said, ...bars }) => h("li", {}, h("span", {}, drawName(person)),
    h("span", { class: "vbf-line", "aria-hidden": "true" }, bars.both.map(bar("both", both)), bars.mentor.map(bar("mentor", mentor)), bars.support.map(bar("support", support))), h("span", { class: "vbf-weeks" }, said));
  const year = ({ label, at }) => h("span", { style: `--vbf-left: ${at}%` }, label);
  return h("section", { class: "vbf-block" }, h("h2", {}, title),
    h("p", { class: "vbf-legend", "aria-hidden": "true" }, ["mentor", "support", "both"].map((name, index) => h("span", {}, h("i", { class: `vbf-bar-${name}` }), legend[index]))),
    h("ol", { class: "vbf-lines" }, h("li", { class: "vbf-axis", "aria-hidden": "true" }, h("span", {}), h("span", { class: "vbf-line" }, axis.map(year)), h("span", {})), cases.map(line)));
}

function drawCited(found) {
  return found.map(({ kind, text }) => h("p", { class: "vbf-cited" }, h("span", { class: "vb-kind" }, kind), ` ${text}`));
}

function drawAbout({ sections, not_done: notDone, not_costed: notCosted }) {
  const list = (lines) => h("ul", { class: "vbf-list" }, lines.map((line) => h("li", {}, line)));
  return sections.map(({ title, groups }) => h("section", { class: "vbf-block" }, h("h2", {}, title), groups.map(({ lines, cited }) => [list(lines), drawCited(cited)].flat()).flat()))
    .concat(h("section", { class: "vbf-block" }, h("h2", {}, notDone.title), list(notDone.lines), h("p", {}, h("a", { href: safeAddress(notCosted.href) }, notCosted.label))));
}
