"""The examples for cron and for the Task Scheduler of Windows: what they run is understood, and begins when they say it does."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from visitation.cli import _parser
from visitation.reports.notebook import report

DEPLOYMENT = Path(__file__).resolve().parents[2] / "docs" / "deployment"
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def by_cron():
    (line,) = [line for line in (DEPLOYMENT / "cron-rapporter").read_text().splitlines() if re.match(r"[\d*]+ ", line)]
    when, command = line.split(maxsplit=5)[:5], re.search(r"/bin/visitation (.*) 2>\S+$", line)[1]
    assert "%" not in line  # cron takes it for the end of the line
    return (when[2], f"{when[1]}:{when[0]}"), command


def by_windows():
    task = ET.parse(DEPLOYMENT / "windows-rapporter.xml")
    day, start = (next(task.iter(f"{TASK}{name}")).text for name in ("Day", "StartBoundary"))
    assert len(next(task.iter(f"{TASK}Months"))) == 12 and next(task.iter(f"{TASK}Command")).text.endswith(r"Scripts\visitation.exe")
    return (day, re.sub(r".*T0?(\d+:\d+):00$", r"\1", start)), next(task.iter(f"{TASK}Arguments")).text


@pytest.mark.parametrize("example", [by_cron, by_windows])
def test_what_is_run_is_understood(example):
    when, command = example()
    assert when == ("2", "5:15")
    asked = _parser().parse_args(command.split())
    assert (asked.each, asked.pdf, asked.retry, Path(str(asked.out).replace("\\", "/")).name) == ("month", True, 2, "rapporter")
    assert dict(map(report(asked.name).value, asked.settings)) == {"municipality": "slagelse"}
    assert asked.each in report(asked.name).parameters
