"""What is left of an event when its case is forgotten: what statistics need, and nothing that anybody wrote."""

from typing import Any

from visitation.register.records import ENQUIRIES, IMPORTED_KINDS, KINDS, Kind


def _countable(kind: Kind) -> set[str]:
    """The fields of a record that are neither text nor the case's reference."""
    return {field.name for field in kind.fields if field.kind not in ("text", "reference")}


KEPT = {
    "enquiry_received": {"model"} | _countable(ENQUIRIES),
    "decided": {
        *("model", "version", "sha256", "table", "rule", "answers", "unclear", "open", "possible"),
        *("recommended", "outcome", "step", "returns"),
    },
    "course_begun": {"course", "pathway", "state", "on", "marks", "tasks", "contact", "decision"},
    "course_moved": {"course", "event", "from", "to", "on", "marks", "tasks", "contact", "ended"},
    "contact_tried": {"course", "channel", "at", "result", "answer_by", "marks"},
    "task_done": {"course", "task", "on"},
    "applied": {"section", "on"},
    "confirmed": {"what", "version", "course", "section"},
    "undone": {"version"},
    **{kind.event: _countable(kind) for kind in KINDS.values() if kind.event in IMPORTED_KINDS},
}
BY_MONTH = {("enquiry_received", "received")}


def left_of(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """The data of an event of that kind with everything else emptied; a kind that is not named keeps nothing."""
    return {key: _left(kind, key, value) for key, value in data.items()}


def _left(kind: str, key: str, value: Any) -> Any:
    if key not in KEPT.get(kind, ()):
        return type(value)() if isinstance(value, str | list | dict) else None
    return value[:8] + "01" if (kind, key) in BY_MONTH else value
