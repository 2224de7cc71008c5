// Walking through questions with the digits.

/** Returns the walk through the questions in `box`: `pick` answers the one at hand (else the first open one) and goes on to the
    next open one; `follow` goes on once more when the answer made that one irrelevant; `stop` ends the walk. */
function buildWalk(box, onAnswer) {
  let walking = false;
  const atHand = () => [...box.children].find((fieldset) => fieldset.contains(document.activeElement)) ?? null;
  return {
    pick(digit) {
      const fieldset = atHand() ?? nextOpen(box, null);
      const value = fieldset ? answerOf(fieldset, digit) : undefined;
      if (value === undefined || fieldset.disabled) return;
      onAnswer(fieldset.vbQuestion, value);
      walking = true;
      focusQuestion(nextOpen(box, fieldset) ?? fieldset);
    },
    follow() {
      const fieldset = walking ? atHand() : null;
      walking = false;
      const next = fieldset && !fieldset.vbOpen ? nextOpen(box, fieldset) : null;
      if (next) focusQuestion(next);
    },
    stop() { walking = false; },
  };
}
