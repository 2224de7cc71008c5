// A file that the kernel sent is saved where the reader sits.

/** Saves `content` under its name; `type` is its media type. */
function saveDownload({ name, type }, [content]) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
