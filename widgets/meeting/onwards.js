// Enter leads through a case: to what its decision still lacks, to the decision, and on to the next case.

/** Decides the case on the table, or puts the keyboard where it is needed first. While an answer is on its way only the kernel knows. */
function decideOrLead(panel) {
  const place = panel.pending.size ? null : lacking(panel);
  if (!place) return act(panel, { do: "decide" });
  setText(panel.live, panel.view.case.blocked);
  place.focus();
}

/** Returns the choice that has not been made or the text that must be written; null when nothing is lacking. */
function lacking({ questions, outcomes, why }) {
  const course = outcomes.querySelector("fieldset");
  const choice = course ? !course.querySelector(":checked") && course : nextOpen(questions, null);
  return choice ? choice.querySelector("input") : unwritten(course ? outcomes : why);
}

/** Returns the text area of a place, marked as one that must be filled in or one that may stay empty. */
function required(place, must) {
  return Object.assign(place.querySelector("textarea"), { required: must });
}

/** Returns the text that must be written in a place and is not; null otherwise. */
function unwritten(place) {
  return [...place.querySelectorAll("textarea:required")].find((area) => !area.value.trim()) ?? null;
}
