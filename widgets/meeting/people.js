// Who takes part, as roles: a quiet list over the ladder that any other action leaves behind.

/** Shows or leaves the list; opened by its key or button it takes the keyboard, at the start of the meeting it does not. */
function showPeople(panel, { over, people }) {
  const { people: form, asked } = panel;
  const open = over === "people" && people !== null;
  form.hidden = !open;
  reshape(form, open && people.roles, () => open && drawPeople(panel, people));
  if (open && asked === "people") form.querySelector("input").focus();
}

function drawPeople(panel, { roles }) {
  const { texts, id, people: form } = panel;
  form.onsubmit = (event) => {
    event.preventDefault();
    act(panel, { do: "people_save", roles: [...form.querySelectorAll("input:checked")].map((input) => input.value).join(" ") });
  };
  const boxes = roles.map((role) => {
    const input = h("input", { type: "checkbox", value: role.id, id: `${id}-role-${role.id}` });
    input.checked = role.present;
    return h("label", { class: "vbm-check" }, input, h("span", {}, role.label));
  });
  return [
    h("fieldset", {}, h("legend", {}, texts.people_title), boxes),
    h("p", { class: "vb-small" }, texts.people_hint),
    h("p", { class: "vbm-pair" }, h("button", { type: "submit", class: "vb-button is-small is-primary" }, texts.people_save),
      h("button", { type: "button", class: "vb-button is-small", onclick: () => act(panel, { do: "people" }) }, texts.people_skip)),
  ];
}
