// Columns that have too much to show are set a little tighter, so that an ordinary case is seen whole.

/** Keeps `columns` fitting while `root` changes size or its fonts arrive; `fit` after new content, `stop` for good. */
function keepFitting(root, columns) {
  const fit = () => columns.forEach((column) => {
    column.classList.remove("is-tight");
    column.classList.toggle("is-tight", column.scrollHeight > column.clientHeight + 1);
  });
  const watch = new ResizeObserver(fit);
  watch.observe(root);
  document.fonts.addEventListener("loadingdone", fit);
  const stop = () => {
    watch.disconnect();
    document.fonts.removeEventListener("loadingdone", fit);
  };
  return { fit, stop };
}
