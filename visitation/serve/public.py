"""Serve a publication to everybody: its pages made live of protected numbers, read-only, without a key, and by this server alone."""

import os
import sys
import tempfile
from pathlib import Path

from visitation.errors import VisitationError
from visitation.home import CODE
from visitation.serve.access import Access
from visitation.serve.public_box import there, works
from visitation.serve.public_site import Site


def serve_public(access: Access, site: Site, most: int) -> int:
    """Serves a publication until stopped; VisitationError when access, publication or port cannot be used.

    `most`: how many pages may be in the making at once. What the machine lacks is said first."""
    access.check()
    if most < 1:
        raise VisitationError(f"--pages: {most} er for få; der skal kunne laves mindst én side ad gangen")
    site.check()
    in_box = _in_box()
    for said in lacking(site.folder, in_box):
        print(f"BEMÆRK: {said}", file=sys.stderr, flush=True)
    from visitation.serve.public_server import run  # Voila is slow to import, and a refusal does not need it

    run(access, site, [CODE / "visitation", CODE / "widgets", site.data], in_box, most)
    return 0


def lacking(folder: Path, in_box: bool) -> list[str]:
    """What is not as it should be on the public web, each in a sentence; the server runs all the same."""
    found = []
    if not in_box:
        why = "kan ikke bruges på denne maskine" if there() else "mangler"
        found.append(f"bubblewrap {why}: sider laves uden sandkasse og kan læse, hvad serverens bruger kan læse")
    if os.name == "posix" and os.geteuid() == 0:
        found.append("serveren kører som root; brug en bruger uden rettigheder, se docs/deployment")
    if os.access(folder, os.W_OK):
        found.append(f"{folder}: mappen kan ændres af den bruger, serveren kører som; gør den skrivebeskyttet")
    return found


def _load_jupyter_server_extension(_) -> None:
    """No: as a guest in another server it could not promise that no visitor's code is run there."""
    raise VisitationError("den offentlige visning kører kun for sig selv: visitation serve --public MAPPE")


def _in_box() -> bool:
    with tempfile.TemporaryDirectory() as own:
        return works(Path(own))
