"""The same small town in SimPy and in Ciw: enquiries, courses with drop-out, a queue that some leave, support under § 85.

Both know no weekly meeting: the smaller the unit of time, the nearer our engine's steps come to them."""

from dataclasses import dataclass

import ciw
import numpy as np
import simpy

DAYS = 7 * 104


@dataclass(frozen=True)
class Town:
    """What the town goes by, until when: in days, and per day, or in another unit."""

    course: float = 0.17
    direct: float = 0.03
    places: int = 18
    full: int = 112
    dropout: float = 0.01 / 7
    renege: float = 0.03 / 7
    onward: float = 0.21
    stay: float = 300.0
    until: int = DAYS


def by_simpy(town: Town, seed: int) -> tuple[float, float, float]:
    """Support running and citizens waiting at the end, and the mean wait of those who began."""
    rng, env = np.random.default_rng(seed), simpy.Environment()
    places, waits, support = simpy.Resource(env, town.places), [], [0]

    def supported():
        support[0] += 1
        yield env.timeout(rng.exponential(town.stay))
        support[0] -= 1

    def citizen():
        came = env.now
        with places.request() as request:  # leaving the block also withdraws a request that was not met
            found = yield request | env.timeout(rng.exponential(1 / town.renege))
            if request not in found:
                return
            waits.append(env.now - came)
            yield env.timeout(min(town.full, rng.exponential(1 / town.dropout)))
        if rng.random() < town.onward:
            env.process(supported())

    def arrivals(rate, who):
        while True:
            yield env.timeout(rng.exponential(1 / rate))
            env.process(who())

    env.process(arrivals(town.course, citizen))
    env.process(arrivals(town.direct, supported))
    env.run(town.until)
    return support[0], len(places.queue), float(np.mean(waits))


class Course(ciw.dists.Distribution):
    """A course: its full length, or less for those who drop out."""

    def __init__(self, town: Town):
        self.town = town

    def sample(self, t=None, ind=None):
        return min(self.town.full, np.random.exponential(1 / self.town.dropout))


def by_ciw(town: Town, seed: int) -> tuple[float, float, float]:
    """The same from Ciw: the queue at node 1, support at node 2."""
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(town.course), ciw.dists.Exponential(town.direct)],
        service_distributions=[Course(town), ciw.dists.Exponential(1 / town.stay)],
        reneging_time_distributions=[ciw.dists.Exponential(town.renege), None],
        number_of_servers=[town.places, float("inf")],
        routing=[[0.0, town.onward], [0.0, 0.0]],
    )
    ciw.seed(seed)
    np.random.seed(seed)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(town.until)
    queue, support = simulation.nodes[1], simulation.nodes[2]
    inside = [person for person in queue.all_individuals if person.server]
    waits = [r.waiting_time for r in simulation.get_all_records(only=["service"]) if r.node == 1]
    waits += [person.service_start_date - person.arrival_date for person in inside]
    return len(support.all_individuals), len(queue.all_individuals) - len(inside), float(np.mean(waits))
