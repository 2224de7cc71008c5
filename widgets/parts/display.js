// How the screen is set: how much air, how much contrast. Kept in this browser, for all pages; the values themselves are tokens.

const DISPLAY_KEY = "vb-display";
const DISPLAY = { density: ["auto", "dense", "airy"], contrast: ["auto", "plain", "more"] };
const ASKED_FOR_CONTRAST = matchMedia("(prefers-contrast: more)");

/** Returns what was chosen in this browser; where it keeps nothing, or something else, everything is left to the screen. */
function chosenDisplay() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(DISPLAY_KEY)) ?? {};
  } catch { /* a browser that keeps nothing, or what no page of ours has kept */ }
  return Object.fromEntries(Object.entries(DISPLAY).map(([name, [first, ...others]]) => [name, others.includes(kept[name]) ? kept[name] : first]));
}

/** Sets the page as it was chosen; `vb-display` is then told to all that measure it. */
function setDisplay(chosen = chosenDisplay()) {
  const contrast = chosen.contrast === "auto" ? (ASKED_FOR_CONTRAST.matches ? "more" : "plain") : chosen.contrast;
  Object.assign(document.documentElement.dataset, { vbDensity: chosen.density, vbContrast: contrast });
  document.dispatchEvent(new Event("vb-display"));
}

function keepDisplay(name, value) {
  const chosen = { ...chosenDisplay(), [name]: value };
  try {
    localStorage.setItem(DISPLAY_KEY, JSON.stringify(chosen));
  } catch { /* then it holds for this page */ }
  setDisplay(chosen);
}

/** Sets the page, and anew when the system asks for more contrast or less; returns what ends that. */
function followDisplay() {
  const follow = () => setDisplay();
  follow();
  ASKED_FOR_CONTRAST.addEventListener("change", follow);
  return () => ASKED_FOR_CONTRAST.removeEventListener("change", follow);
}

/** Returns the choices as groups of real radio buttons. */
function drawDisplay({ display }) {
  const chosen = chosenDisplay();
  return Object.entries(DISPLAY).map(([name, values]) => {
    const options = values.map((value) => buildChoice({ name: `vb-${name}`, value, text: display[`${name}_${value}`] }, () => keepDisplay(name, value)));
    for (const input of options.map((option) => option.querySelector("input"))) input.checked = input.value === chosen[name];
    return h("fieldset", {}, h("legend", {}, display[name]), h("div", { class: "vb-answers" }, options));
  });
}
