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
  fieldset.addEventListener("keydown", (event) => {
    if (![" ", "Backspace", "Delete"].includes(event.key) || !event.target.checked) return;
    event.preventDefault();
    toggle(fieldset, event.target, onAnswer);
  });
  fieldset.vbQuestion = question.id;
  return fieldset;
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

/** Returns the first open question of `box` after `fieldset`, going round; null when all that matter are answered. */
function nextOpen(box, fieldset) {
  const all = [...box.children];
  const start = all.indexOf(fieldset) + 1;
  return [...all.slice(start), ...all.slice(0, start)].find((each) => each.vbOpen) ?? null;
}
