"""Kernels that wait and kernels in use: never too many, nobody kept out, and each handed over to one page."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tornado.web import HTTPError

from visitation.serve.kernel import Kernel
from visitation.serve.kernels import Kernels

TURNS = 40  # of the loop, until all that can happen has happened
STEPS = ["ask", "connect", "close", "fill", "rehearsed", "failed", "dies"]


class Fake(Kernel):
    """A kernel without a process; how its rehearsal ends is told from outside, and until then it does not end."""

    made: list = []  # noqa: RUF012

    def __init__(self, **options):
        super().__init__(**options)
        self.running, self.died, self.given, self.rehearsal = False, False, [], asyncio.Future()
        self.made.append(self)

    async def start_kernel(self, **_) -> None:
        if not self.running:
            self.running = True
            self.ready.set_result(None)

    async def rehearse(self) -> bool:
        await self.start_kernel()
        return await self.rehearsal

    async def hand_over(self, **options) -> bool:
        self.given.append(options["env"])
        return not self.died

    async def shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        self.running = False

    def connect_iopub(self) -> SimpleNamespace:
        return SimpleNamespace(on_recv=lambda _: None, socket=SimpleNamespace(closed=True))


class Room:
    """A server's kernels, and the pages that were asked for, in the order in which they were."""

    def __init__(self, most: int, ready: int):
        Fake.made = []
        options = {"kernel_manager_class": f"{__name__}.Fake", "cull_idle_timeout": 0, "told": {"REGISTER": "sqlite://"}}
        self.kernels, self.most = Kernels(most=most, ready=ready, **options), most
        self.pages: list[asyncio.Task] = []

    async def ask(self) -> None:
        """Somebody opens a page; who is kept out is so because all pages are in use, and for no other reason."""
        used = len(self.open_or_opening())
        page = asyncio.ensure_future(self.kernels.start_kernel(env={"QUERY_STRING": f"nr={len(self.pages)}"}, path=""))
        self.pages.append(page)
        await asyncio.sleep(0)
        refused = page.done() and isinstance(page.exception(), HTTPError)
        assert refused == (used == self.most)

    async def step(self, name: str) -> None:
        """Something happens, and all that follows from it."""
        await getattr(self, name)()
        for _ in range(TURNS):
            await asyncio.sleep(0)

    async def fill(self) -> None:
        self.kernels.fill()

    async def connect(self) -> None:
        for kernel_id in self.ids():
            self.kernels.notify_connect(kernel_id)

    async def close(self) -> None:
        for kernel_id in self.ids()[:1]:
            await self.kernels.shutdown_kernel(kernel_id)

    async def rehearsed(self) -> None:
        self.end_rehearsals(True)

    async def failed(self) -> None:
        self.end_rehearsals(False)

    async def dies(self) -> None:
        for kernel in self.waiting():
            kernel.died = True

    def end_rehearsals(self, well: bool) -> None:
        for kernel in Fake.made:
            if kernel.running and not kernel.rehearsal.done():
                kernel.rehearsal.set_result(well)

    def open_or_opening(self) -> list:
        return [*self.ids(), *(page for page in self.pages if not page.done())]

    def ids(self) -> list[str]:
        return self.kernels.list_kernel_ids()

    def waiting(self) -> list[Fake]:
        used = list(self.kernels._kernels.values())
        return [kernel for kernel in Fake.made if kernel.running and kernel not in used]


def played(most: int, ready: int, *steps: str) -> tuple[int, int]:
    """How many kernels wait and how many pages are open after these steps; at no time is anything else than it should be."""

    async def play() -> tuple[int, int]:
        room = Room(most, ready)
        for name in steps:
            await room.step(name)
            assert sum(kernel.running for kernel in Fake.made) <= most
            assert all(len(kernel.given) <= 1 for kernel in Fake.made)
        found = len(room.waiting()), len(room.ids())
        await room.step("failed")  # what is in the making ends, and a page that waits for it is opened all the same
        assert all(page.exception() or page.result() for page in room.pages)
        await room.kernels.shutdown_all(now=True)
        assert not any(kernel.running for kernel in Fake.made)
        return found

    with ThreadPoolExecutor(1) as apart:  # asyncio begins no loop where one runs, as where a browser is driven
        return apart.submit(asyncio.run, play()).result()


@settings(max_examples=200)
@given(most=st.integers(1, 4), ready=st.integers(0, 3), steps=st.lists(st.sampled_from(STEPS), max_size=20))
def test_never_too_many_and_nobody_is_kept_out_by_a_kernel_that_waits(most, ready, steps):
    waiting, _ = played(most, ready, *steps)
    assert waiting <= ready or steps[-1:] == ["ask"]


@pytest.mark.parametrize(
    ("steps", "waiting", "pages"),
    [
        (["fill"], 1, 0),  # one after the other
        (["fill", "rehearsed", "rehearsed"], 2, 0),
        (["fill", "rehearsed", "rehearsed", "fill"], 2, 0),
        (["fill", "failed", "fill", "rehearsed"], 2, 0),
        (["fill", "failed"], 0, 0),  # another try comes with the next page, and not at once
        (["fill", "rehearsed", "rehearsed", "ask"], 1, 1),
        (["fill", "rehearsed", "rehearsed", "ask", "fill"], 1, 1),  # the page is not there yet
        (["fill", "rehearsed", "rehearsed", "ask", "connect", "fill"], 2, 1),
        (["fill", "rehearsed", "rehearsed", "ask", "close", "fill"], 2, 0),
        (["fill", "rehearsed", "rehearsed", "dies", "ask"], 0, 1),
        (["fill", "ask", "rehearsed"], 0, 1),  # the page waits for the one in the making
        (["fill", "ask", "failed"], 0, 1),
        (["ask", "ask", "ask", "ask", "connect", "fill"], 0, 3),
    ],
)
def test_kernels_are_made_ready_when_there_is_room_and_no_page_is_being_made(steps, waiting, pages):
    assert played(3, 2, *steps) == (waiting, pages)


def test_none_waits_unless_it_is_asked_for():
    assert played(3, 0, "fill", "ask", "connect", "fill") == (0, 1)
