"""What can go wrong, said in one plain Danish sentence: what, where, what is allowed."""


class VisitationError(ValueError):
    """Wrong use or bad input; its text is the sentence to show."""


class ModelError(VisitationError):
    """A municipal model that cannot be read; its text names file, place and what is allowed."""


def allowed(values) -> str:
    """A list of permitted values as they are to be read in a message."""
    return ", ".join(str(value) for value in values) or "ingen"
