// One screening question: a fieldset of real radio buttons with their digit. Nothing is preselected; choosing the chosen one clears it.

/** Returns the fieldset; `onAnswer(value)` gets an answer id, "" for explicitly unclear, or null when cleared. */
function buildQuestion(question, prefix, texts, onAnswer) {
  const name = `${prefix}-q-${question.id}`;
  const choices = [...question.answers, { id: "", text: texts.open }];
  const labels = choices.map((choice, index) => {
    const digit = choice.id === "" ? "0" : String(index + 1);
    return buildChoice({ name, value: choice.id, digit, text: choice.text }, (input) => toggle(fieldset, input, onAnswer));
  });
  const fieldset = h("fieldset", { class: "vb-question", "aria-describedby": `${name}-moot` },
    h("legend", {}, question.text, h("span", { class: "vb-question-key" }, texts.key)),
    h("p", { class: "vb-question-moot", id: `${name}-moot` }),
    h("div", { class: "vb-answers" }, labels));
  fieldset.vbQuestion = question.id;
  return fieldset;
}

/** Returns one radio button drawn as a box; also used wherever one of a list is chosen. */
function buildChoice({ name, value, digit, text }, onPick) {
  const input = h("input", { type: "radio", name, value, id: `${name}-${value}` });
  input.addEventListener("click", () => onPick(input));
  return h("label", { class: `vb-answer${value === "" ? " is-open" : ""}` }, input, digit && keyBadge(digit), h("span", {}, text));
}

function toggle(fieldset, input, onAnswer) {
  const again = fieldset.vbAnswer === input.value;
  if (again) input.checked = false;
  onAnswer(again ? null : input.value);
}

/** Returns the answer that a digit stands for: 0 is unclear, 1 the first answer; undefined when there is none. */
function answerOf(fieldset, digit) {
  const values = [...fieldset.querySelectorAll("input")].map((input) => input.value);
  return digit === 0 ? values.at(-1) : values.slice(0, -1)[digit - 1];
}

/** Shows `answer` (id, "" or null) and the state of the question without rebuilding anything; `fixed` once it is decided. */
function syncQuestion(fieldset, question, answer, fixed) {
  fieldset.disabled = fixed;
  fieldset.vbAnswer = answer;
  fieldset.vbOpen = answer === null && !question.moot;
  for (const input of fieldset.querySelectorAll("input")) {
    const checked = answer !== null && input.value === answer;
    if (input.checked !== checked) input.checked = checked;
  }
  fieldset.classList.toggle("is-moot", Boolean(question.moot));
  fieldset.classList.toggle("is-key", Boolean(question.key));
  setText(fieldset.querySelector(".vb-question-moot"), question.moot);
}

/** Puts the keyboard on the chosen answer of a question, else on its first. */
function focusQuestion(fieldset) {
  (fieldset.querySelector("input:checked") ?? fieldset.querySelector("input")).focus();
}
