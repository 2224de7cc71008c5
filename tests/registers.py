"""Registers for tests: small ones, and copies of the sample register."""

import atexit
import shutil
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from visitation.register.cases import Enquiry, received
from visitation.register.demo import make_demo
from visitation.register.store import Register, open_register
from widgets.session import Session, open_session

TODAY = date(2021, 3, 9)

ENQUIRY = Enquiry(
    reference="EKS-R-0001",
    received=TODAY - timedelta(days=3),
    channel="mail",
    sender="fagprofessionel",
    age_group="30-49",
    target_group="psykisk",
    words="Jeg vil gerne kunne tage bussen selv.",
    asks_for="hjælp i hverdagen",
    asks_section="",
    support_now="ingen",
    consent="ja",
)


def sample_register(folder: Path) -> str:
    """The address of a new sample register in a folder."""
    return _address(sample_file(folder))


def sample_file(folder: Path) -> Path:
    """The same as a file: a copy of one that is made once in a run of tests, for that takes seconds."""
    return Path(shutil.copy(_made(), folder))


@cache
def _made() -> Path:
    folder = Path(mkdtemp(prefix="visitation-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = folder / "demo.sqlite"
    make_demo(_address(made))
    assert [*folder.iterdir()] == [made]  # all of it is in the one file
    return made


def _address(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


def register_with(url: str, *enquiries: Enquiry, model: str = "ringsted") -> Register:
    """A register that holds these enquiries and nothing else."""
    register = open_register(url)
    for number, enquiry in enumerate(enquiries, 1):
        register.append(enquiry.reference, 0, "enquiry_received", received(enquiry, model, f"{number:04d}"), f"{enquiry.received}T09:00:00")
    return register


def enquiries(count: int, **other) -> list[Enquiry]:
    """So many enquiries, alike but for their reference."""
    return [replace(ENQUIRY, reference=f"EKS-R-{i:04d}", **other) for i in range(1, count + 1)]


def session(url: str, model: str = "ringsted", **query: str) -> Session:
    """A dashboard's session on a register."""
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return open_session({"REGISTER": url, "MODEL": model, "TODAY": TODAY.isoformat(), "QUERY_STRING": asked})
