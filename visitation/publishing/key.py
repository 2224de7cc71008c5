"""Where the secret of the rounding lies: beside the register, never in what is published, and made once."""

from pathlib import Path

from visitation.disclosure import make_key, read_key
from visitation.errors import VisitationError
from visitation.publishing.folder import archives
from visitation.register.store import Register

SUFFIX = ".noegle"


def beside(register: Register) -> Path | None:
    """Where the key of a register lies when nobody says otherwise: beside its file; None when it is no file."""
    url = register.engine.url
    return Path(url.database).with_suffix(SUFFIX) if url.get_backend_name() == "sqlite" and url.database else None


def key_for(path: Path | None, out: Path) -> tuple[bytes, Path | None]:
    """The key, and its path when it was made just now; VisitationError when it lies in `out`, or is gone though it has been used."""
    if path is None:
        raise VisitationError("--key mangler: registret er ikke en fil, så sig, hvor nøglen skal ligge, og ikke i den offentlige mappe.")
    if path.exists():
        return read_key(path, out), None
    if path.resolve().is_relative_to(out.resolve()):
        raise VisitationError(f"{path}: nøglen må ikke ligge i den mappe, der offentliggøres; giv et andet sted med --key.")
    if archives(out):
        raise VisitationError(f"{path}: nøglen mangler, og uden den kan nye måneder ikke lægges til; hent den fra en sikkerhedskopi.")
    return make_key(path), path

