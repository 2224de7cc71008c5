// A list of which only one entry stands in the tab order; the arrow keys walk through the others.

/** Makes the buttons that `pick` finds in `box` one stop for Tab: the one last visited, else the current one, else the first. */
function keepRoving(box, pick) {
  let last = null;
  const settle = () => {
    const all = [...box.querySelectorAll(pick)];
    const stop = all.find(({ id }) => id === last) ?? all.find((each) => each.hasAttribute("aria-current")) ?? all[0];
    for (const each of all) each.tabIndex = each === stop ? 0 : -1;
  };
  box.addEventListener("focusin", ({ target }) => { if (target.matches(pick)) { last = target.id; settle(); } });
  box.addEventListener("keydown", (event) => {
    const all = [...box.querySelectorAll(pick)];
    const at = all.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || !all[to]) return;
    event.preventDefault();
    all[to].focus();
  });
  return settle;
}
