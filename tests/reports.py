"""A small report for tests: quick to run, and told by its parameters what to do."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from visitation.reports.stored import KERNELSPEC

PARAMETERS = """answer: int = 42  # a number; 0 til 99
wait: float = 0.0  # seconds
scenario: str = ""  # a file, or nothing
tell: str = ""  # a variable of the environment to tell, or nothing
on: str = ""  # the day"""
WORK = """import os, signal, time
from pathlib import Path
from IPython.display import HTML, display
from visitation.errors import VisitationError

time.sleep(wait)
if answer == 13:
    raise VisitationError("answer er 13; tilladt er alt andet")
if answer == 14 or answer == 15 and not Path("dræbt").exists():
    Path("dræbt").touch()
    os.kill(os.getpid(), signal.SIGKILL)
if answer == 16 and not Path("prøvet").exists():
    Path("prøvet").touch()
    raise VisitationError("registret er optaget; prøv igen")
told = Path(scenario).read_text() if scenario else "intet"
print(f"{answer} den {on} med {told}", os.environ.get(tell, ""))
display(HTML(f"<table><caption>Svaret</caption><tr><th></th><th>antal</th></tr><tr><th>svar</th><td>{answer}</td></tr></table>"))"""


def small_report(folder):
    """The path of the report, written into the folder."""
    cells = [
        new_markdown_cell("# Lille rapport", id="titel"),
        new_code_cell(PARAMETERS, id="parametre", metadata={"tags": ["parameters"]}),
        new_code_cell(WORK, id="arbejde"),
    ]
    path = folder / "lille.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata={"title": "Lille rapport", "kernelspec": KERNELSPEC}), path)
    return path
