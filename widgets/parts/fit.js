// Columns that have too much to show are set tighter, and tighter once more, so that an ordinary case is seen whole.

const TIGHT = ["is-tight", "is-tighter"];

/** Keeps `columns` fitting while `root` changes size, its fonts arrive, or the screen is set otherwise; `fit` after new content, `stop` for good. */
function keepFitting(root, columns) {
  const fit = () => columns.forEach((column) => {
    column.classList.remove(...TIGHT);
    for (const tight of TIGHT) if (column.scrollHeight > column.clientHeight + 1) column.classList.add(tight);
  });
  const watch = new ResizeObserver(fit);
  watch.observe(root);
  document.fonts.addEventListener("loadingdone", fit);
  document.addEventListener("vb-display", fit);
  const stop = () => {
    watch.disconnect();
    document.fonts.removeEventListener("loadingdone", fit);
    document.removeEventListener("vb-display", fit);
  };
  return { fit, stop };
}
