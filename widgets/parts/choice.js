// Choosing one of several: real radio buttons drawn as boxes with their digit.

/** Returns one radio button drawn as a box. */
function buildChoice({ name, value, digit, text }, onPick) {
  const input = h("input", { type: "radio", name, value, id: `${name}-${value}` });
  input.addEventListener("click", () => onPick(input));
  return h("label", { class: `vb-answer${value === "" ? " is-open" : ""}` }, input, digit && keyBadge(digit), h("span", {}, text));
}

/** Returns the options below each other as a group; the first nine have a digit. */
function drawOptions(options, { name, legend, picked }, onPick) {
  const choices = options.map(({ id, label }, index) =>
    buildChoice({ name, value: id, digit: index < 9 && String(index + 1), text: label }, (input) => onPick(input.value)));
  for (const input of choices.map((choice) => choice.querySelector("input"))) input.checked = input.value === picked;
  return h("fieldset", {}, legend, h("div", { class: "vb-options" }, choices));
}

/** Chooses the option with this digit, when there is one, and gives it the keyboard. */
function pickOption(fieldset, digit) {
  const input = fieldset.querySelectorAll("input")[digit - 1];
  input?.focus();
  input?.click();
}
