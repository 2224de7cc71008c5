// Which keys a panel hears and what they mean.

const TYPED = "textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=range], [type=file])";

/** JupyterLab has shortcuts of its own (A and B insert cells); it leaves the keys of the focused element alone when told so. */
function keepKeys(event) {
  event.target.setAttribute("data-lm-suppress-shortcuts", "true");
}

/** Returns whether a key is meant for the panel: pressed inside it, or with nothing in focus where the panel fills the page. */
function hearsKey(root, { target, ctrlKey, metaKey, altKey, defaultPrevented }) {
  const inside = root.contains(target) || (target === document.body && target.classList.contains("vb-app"));
  return inside && !(ctrlKey || metaKey || altKey || defaultPrevented);
}

/** Returns the command that a key stands for, letters in either case; undefined when none. */
function commandOf(key, commands) {
  return commands[key.length === 1 ? key.toLowerCase() : key];
}

/** Returns whether keys pressed on this element are text, or choose from a list by its first letters. */
function isTyping(target) {
  return target.matches(TYPED);
}

/** Returns whether the focused control has its own use for the key. */
function belongsTo(target, key) {
  if (key === "Enter") return target.closest("button, a, summary") !== null;
  return key.startsWith("Arrow") && target.closest("input, pre") !== null;
}
