// What a case is about: the citizen's own words first, then the facts of the enquiry.

const MANY_WORDS = 220; // characters; longer quotes are set one size smaller

/** Returns the heading, the words (or a line that says they are missing) and the facts. */
function drawCaseHead({ label, words, words_missing: missing, facts }) {
  const quote = words
    ? h("blockquote", { class: words.length > MANY_WORDS && "is-long" }, words.trim())
    : missing && h("p", { class: "vb-nowords" }, missing);
  const rows = facts.map((fact) => h("div", {}, h("dt", {}, fact.label), h("dd", { class: fact.late && "is-late" }, fact.value)));
  return [h("h2", { tabindex: "-1" }, label), quote, h("dl", { class: "vb-asked" }, rows)];
}
