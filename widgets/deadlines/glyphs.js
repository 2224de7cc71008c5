// How a promise stands, told by shape first and by colour second.

const SHAPES = {
  broken: ["M8 1.2 15.4 14.6H.6z", "M8 6v4.2M8 12v.9"],
  due: ["M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z"],
  soon: ["M8 .9 15.1 8 8 15.1.9 8z"],
  later: ["M8 2.4 13.6 8 8 13.6 2.4 8z"],
  met: ["M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z", "M5.2 8.2l2 2 3.7-4.2"],
};
const SVG = "http://www.w3.org/2000/svg";

/** Returns the sign for how a promise stands (broken, due, soon, later, met); hidden from speech because its word is said beside it. */
function drawGlyph(stands) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `vbf-glyph is-${stands}`);
  svg.setAttribute("aria-hidden", "true");
  for (const line of SHAPES[stands]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}
