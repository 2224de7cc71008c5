"""How a whole is made up: the target groups of those referred, the senders of enquiries, the forms in which courses begin."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from visitation.outcomes.followed import Followed
from visitation.register.case import Case
from visitation.statistics.small import FEW, Few, Share

MIXES: dict[str, Callable[[Sequence[Case], Sequence[Followed]], list[str]]] = {
    "target_group": lambda _, followed: [one.target_group for one in followed],
    "sender": lambda cases, _: [case.enquiry.sender for case in cases],
    "form": lambda _, followed: [one.form for one in followed if one.started],
}


def mix(of: str, cases: Iterable[Case], followed: Iterable[Followed], few: Few = FEW) -> dict[str, Share]:
    """The shares of one of MIXES, most frequent first; those of whom it is not known stand under ""."""
    found = Counter(MIXES[of](list(cases), list(followed)))
    return {name: Share(count, found.total(), few) for name, count in found.most_common()}
