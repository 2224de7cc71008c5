"""The secret that the rounding is drawn from: a file outside what is published, never written anywhere else."""

import os
import secrets
from hashlib import sha256
from hmac import digest
from pathlib import Path

from visitation.errors import VisitationError

SIZE = 32  # bytes


def make_key(path: Path) -> bytes:
    """A new key, written to a file that is there for its owner alone; VisitationError when there is a file already."""
    key = secrets.token_bytes(SIZE)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(f"{key.hex()}\n")
    except FileExistsError:
        raise VisitationError(f"{path}: der er allerede en nøgle; en ny ville afrunde på en anden måde end det offentliggjorte.") from None
    except OSError:
        raise VisitationError(f"{path}: nøglen kan ikke skrives; mappen skal findes, og der skal være skriveadgang.") from None
    return key


def read_key(path: Path, published: Path) -> bytes:
    """The key in a file; VisitationError when it is none, or lies in the folder that is published."""
    if path.resolve().is_relative_to(published.resolve()):
        raise VisitationError(f"{path}: nøglen ligger i den mappe, der offentliggøres; den skal ligge uden for den.")
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        key = b""
    return checked(key, str(path))


def checked(key: bytes, where: str = "Nøglen") -> bytes:
    """The key itself; VisitationError unless it is as long as a key is."""
    if len(key) != SIZE:
        raise VisitationError(f"{where}: der er ingen nøgle at læse; den er {SIZE} tilfældige bytes, skrevet som {2 * SIZE} cifre 0-9 a-f.")
    return key


def drawn(key: bytes, *parts: str) -> bytes:
    """32 bytes that follow from the key and these texts, and tell nothing of the key (HMAC with SHA-256)."""
    lengths = "".join(f"{len(part)}:{part}" for part in parts)  # so that no two lists of texts are the same bytes
    return digest(key, lengths.encode(), sha256)
