"""No CPR number passes into the register, whoever writes."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from visitation.errors import VisitationError
from visitation.register.events import Draft
from visitation.register.personnumber import MASK, has_personnumber, many_digits

SHORTEST = 10  # characters of a CPR number
FINGERPRINT = re.compile(r"[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)  # a SHA-256 or a UUID is no text
NAMES = {
    "words": "borgerens egne ord",
    "asks_for": "det, der søges om",
    "why_not_lower": "begrundelsen",
    "deviation": "begrundelsen",
    "reason": "begrundelsen",
    "note": "noten",
}


def admit_all(drafts: Sequence[Draft]) -> None:
    """As `admit` for each draft."""
    if _worth_a_look(drafts):
        for draft in drafts:
            admit(draft.case, draft.data)


def admit(case: str, data: dict[str, Any]) -> None:
    """VisitationError, naming the field and never its content, when the reference or any text in the data holds a CPR number."""
    if has_personnumber(case):
        raise _refused("sagens reference")
    _search(data, "")


def _worth_a_look(drafts: Sequence[Draft]) -> bool:
    """False when the drafts hold nothing but texts, as imports write by the thousand, and no line of them has many digits."""
    texts: list[str] = []
    for draft in drafts:
        texts += (draft.case, *draft.data, *draft.data.values())
    try:
        return many_digits("\n".join(texts))
    except TypeError:
        return True


def _search(value: dict | list | tuple, name: str) -> None:
    keyed = isinstance(value, dict)
    if keyed and _any_personal(tuple(value)):
        raise _refused(name)
    for key, part in value.items() if keyed else enumerate(value):
        if isinstance(part, str):
            if len(part) >= SHORTEST and has_personnumber(part) and not FINGERPRINT.fullmatch(part):
                raise _refused(key if keyed else name)
        elif isinstance(part, dict | list | tuple):
            _search(part, key if keyed else name)


@lru_cache  # the same few names in every event
def _any_personal(names: tuple) -> bool:
    return any(has_personnumber(str(name)) for name in names)


def _refused(name: str) -> VisitationError:
    return VisitationError(
        f"Feltet '{NAMES.get(name, name)}' ser ud til at indeholde et CPR-nummer ({MASK}); skriv det uden. Intet er gemt."
    )
