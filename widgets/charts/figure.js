// A chart with what stands for it: its title, its sentence, what it rests on, and its numbers to read, to take along as a file, and as a picture.

/** Returns a drawing: `node`, `show(figure)`, and `drop` for good. Files are named after `file` and the figure.
    A chart that is computed anew stays, paler, until its successor is there. */
function buildDrawing(id, level, { texts, lang, file }) {
  const title = h(`h${level}`, { id: `${id}-title` });
  const [lead, said, rests, none] = ["vb-before", "vb-said", "vb-rests", "vb-none"].map((name) => h("p", { class: name }));
  const chart = h("div", { class: "vb-drawn", id: `${id}-chart` });
  const held = { figure: null };
  const picture = (type) => saveChart(chart, { name: `${file}-${held.figure.id}`, type, title: held.figure.title, notes: notesOf(chart, held.figure) });
  const pictures = ["png", "svg"].map((type) => smallTool(`${id}-${type}`, type.toUpperCase(), () => picture(type)));
  const numbers = buildNumbers(id, { texts, lang, file }, pictures);
  const node = h("section", { class: "vb-figure", "aria-labelledby": title.id }, title, lead, chart, none, said, rests, numbers.node);
  return {
    node,
    show(figure) {
      setText(title, figure.title);
      node.classList.toggle("is-busy", Boolean(figure.busy));
      if (figure.busy && held.figure) return;
      held.figure = figure.none ? null : figure;
      setText(lead, figure.lead);
      setText(none, figure.none);
      setText(said, figure.text);
      setText(rests, figure.note);
      for (const part of [chart, numbers.node]) part.hidden = Boolean(figure.none);
      if (figure.none) return;
      drawChart(chart, { spec: figure.spec, data: figure.data, description: figure.text });
      numbers.show(figure);
    },
    drop() { dropChart(chart); },
  };
}

/** Returns what a picture of the chart says below its title: whose data the page shows, as its header has it, and what the numbers are of. */
function notesOf(chart, { note }) {
  return [chart.closest(".vb").querySelector(".vb-top .vb-sample")?.textContent, note].filter(Boolean);
}
