// Small element helpers. Every text reaches the page as a text node: what citizens and staff wrote is never parsed as HTML.

/** Returns a new element with attributes, listeners (names starting with "on") and children; empty children are left out. */
function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child || child === 0).map((child) => (tag === "pre" ? child : kept(child))));
  return node;
}

/** Returns a text in which a paragraph sign is never parted from its number; a text to copy stays as it is. */
function kept(child) {
  return typeof child === "string" ? child.replaceAll("§ ", "§\u00a0") : child;
}

/** Returns text that only assistive technology reads, or null when there is none. */
function hiddenText(text) {
  return text ? h("span", { class: "vb-hidden" }, text) : null;
}

/** Returns a badge with the name of a key; hidden from speech because the control says what it does. */
function keyBadge(key) {
  return h("kbd", { class: "vb-key", "aria-hidden": "true" }, key);
}

/** Replaces the text only when it differs, so that live regions and selections are left in peace. */
function setText(node, text) {
  if (node.textContent !== (text ?? "")) node.textContent = text ?? "";
}

/** Rebuilds the children when `shape` (plain data) has changed since the last call; returns whether it did. */
function reshape(node, shape, build) {
  const key = JSON.stringify(shape ?? null);
  if (node.vbShape === key) return false;
  node.vbShape = key;
  node.replaceChildren(...[build()].flat().filter(Boolean));
  return true;
}

/** Runs `work`; when it took away the focused element, focus goes to its successor by id, else to `fallback()`. */
function keepFocus(root, work, fallback) {
  const before = root.contains(document.activeElement) ? document.activeElement : null;
  work();
  if (!before || root.contains(document.activeElement)) return;
  const heir = (before.id && document.getElementById(before.id)) || fallback();
  heir?.focus({ preventScroll: true });
}

/** Returns the address when it stays on the web, else null: an address is data and may not carry a script. */
function safeAddress(href) {
  return ["http:", "https:"].includes(new URL(href, document.baseURI).protocol) ? href : null;
}

/** Scrolls `box` alone (never the page around it) so that `item` is visible with some of its neighbours. */
function revealIn(box, item) {
  const [outer, inner] = [box.getBoundingClientRect(), item.getBoundingClientRect()];
  const margin = inner.height * 2;
  if (inner.top < outer.top + margin) box.scrollTop -= outer.top + margin - inner.top;
  else if (inner.bottom > outer.bottom - margin) box.scrollTop += inner.bottom - outer.bottom + margin;
}

/** Copies the text of `node`; where the clipboard is closed (plain http) the text is selected and copied the old way. */
async function copyText(node) {
  try {
    await navigator.clipboard.writeText(node.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(node);
    return document.execCommand("copy");
  }
}
