"""Where the secret of the rounding lies: beside the register, never in what is published, and made once."""

from pathlib import Path

import sqlalchemy as sa

from visitation.disclosure import make_key, read_key
from visitation.errors import VisitationError
from visitation.publishing.folder import archives

SUFFIX = ".noegle"


def key_for(given: Path | None, register: str, out: Path) -> tuple[bytes, Path | None]:
    """The key, and its path when it was made just now; VisitationError when it lies in `out`, or is gone though it has been used."""
    path = given or _default(register)
    if path.exists():
        return read_key(path, out), None
    if path.resolve().is_relative_to(out.resolve()):
        raise VisitationError(f"{path}: nøglen må ikke ligge i den mappe, der offentliggøres; giv et andet sted med --key.")
    if archives(out):
        raise VisitationError(f"{path}: nøglen mangler, og uden den kan nye måneder ikke lægges til; hent den fra en sikkerhedskopi.")
    return make_key(path), path


def _default(register: str) -> Path:
    """Beside the file of the register."""
    url = sa.make_url(register)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise VisitationError("--key mangler: registret er ikke en fil, så sig, hvor nøglen skal ligge, og ikke i den offentlige mappe.")
    return Path(url.database).with_suffix(SUFFIX)
