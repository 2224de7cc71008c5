"""The citizens of a forecast: who is referred when, and what is theirs whatever the municipality decides.

How long each would wait, how long the course lasts, whether support under § 85 follows, when and for how long: drawn once, so
that another number of places meets the same citizens. Weeks count from 0, the first week of the forecast."""

from dataclasses import dataclass

import numpy as np

from visitation.forecast.again import again
from visitation.forecast.given import Laws, Numbers, Start
from visitation.forecast.line import After, Queue, follows, in_course, in_line
from visitation.forecast.routes import Ints, routes
from visitation.forecast.support import already, direct, running, spells

# The C library gives freed memory back to the system once it is twice the largest piece it has seen freed. After a piece of almost 32 MB,
# which is never written to, a forecast's memory stays for the next one: having it handed out anew takes a third of a forecast's time.
np.empty((1 << 25) - (1 << 16), np.uint8)

ROUTE, COURSE, DIRECT, RUNNING, ALREADY = range(5)  # what chance decides; each adds to the seed


@dataclass(frozen=True, eq=False)
class People:
    """The citizens: `enquiries`, and support under § 85 that follows from no course still to begin, both (weeks, replications);
    the queue, and what follows for whom of it; and in which week each of today's courses ends, (courses, replications)."""

    enquiries: Ints
    queue: Queue
    after: After
    running: Ints
    settled: Ints


@again(by=lambda enquiries, *_: len(enquiries))
def draw(enquiries: Ints, numbers: Numbers, seed: int, start: Start | None = None, laws: Laws | None = None) -> People:
    """The citizens that these enquiries (replications, weeks) bring; the same seed gives the same citizen the same fate."""
    start, laws = start or Start(), laws or Laws()
    replications, weeks = enquiries.shape
    referred, at_once = routes(enquiries, numbers.share_82, numbers.share_85_direct, seed + ROUTE)
    inside = in_course(np.asarray(start.courses), numbers.lasting, laws.prolonged, replications, seed + RUNNING)
    after = follows(inside.chance, inside.replication, numbers, laws)
    support = [
        direct(at_once, numbers.stay, laws.stay, seed + DIRECT),
        already(start.s85, numbers.stay, laws.stay, replications, seed + ALREADY),
        spells(inside.replication[after.who], inside.ends[after.who] + after.delay, after.stay),
    ]
    queue = in_line(referred, np.sort(np.asarray(start.waiting))[::-1], numbers.lasting, laws.prolonged, seed + COURSE)
    theirs = follows(queue.chance, queue.replication, numbers, laws)
    return People(np.ascontiguousarray(enquiries.T), queue, theirs, inside.running, running(support, weeks, replications))
