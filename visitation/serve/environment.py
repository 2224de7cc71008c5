"""What a kernel knows of the machine: what it needs to run, what the dashboards are told, and no secret."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

NEEDED = re.compile(
    "|".join([
        "PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TEMP|TMP|XDG_RUNTIME_DIR|VIRTUAL_ENV|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH",
        "PYTHON(PATH|HOME|UTF8|HASHSEED)|(OMP|MKL|OPENBLAS)_NUM_THREADS|MALLOC_[A-Z_]+",
        "SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|PROGRAMDATA|USERPROFILE|USERNAME",
        "PG(HOST|HOSTADDR|PORT|DATABASE|USER|PASSFILE|SERVICE|SERVICEFILE|SYSCONFDIR|SSL[A-Z]+|OPTIONS|TZ)",
        "QUERY_STRING|SCRIPT_NAME|VOILA_(PREHEAT|BASE_URL|SERVER_URL|APP_PORT)",
    ])
)  # fmt: skip


def scrubbed(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables a kernel needs, by name, also where Voila's enumeration names them; what nobody has thought of is left out."""
    return {str(name): value for name, value in environment.items() if NEEDED.fullmatch(name.upper())}


def without_password(told: Mapping[str, str], environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """What a kernel is told, with a PostgreSQL register's password in a file of `folder` instead, which only this user can read.

    PostgreSQL's client finds it there by PGPASSFILE; the environment of the kernel and of all it starts holds the file's name only."""
    url, password = _parted(told["REGISTER"])
    password = password or environment.get("PGPASSWORD")
    if not password or not url.startswith("postgresql"):
        return dict(told)
    file = folder / "pgpass"
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
        opened.write("*:*:*:*:" + re.sub(r"([\\:])", r"\\\1", password) + "\n")
    return {**told, "REGISTER": url, "PGPASSFILE": str(file)}


def _parted(url: str) -> tuple[str, str | None]:
    """The address without its password, and the password."""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    password = unquote(password) or asked.pop("password", None)
    if not password:
        return url, None
    return parts._replace(netloc=f"{name}{at}{host}", query=urlencode(asked)).geturl(), password
