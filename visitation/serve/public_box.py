"""The box a public kernel runs in: bubblewrap, without network, without other processes, and with nothing of the disk but what it needs."""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

BUBBLEWRAP = "bwrap"
NOBODY = "65534"
SYSTEM = [Path(name) for name in ("/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime")]
PYTHON = [Path(sys.base_prefix), Path(sys.prefix)]
APART = ["--unshare-all", "--new-session", "--die-with-parent", "--cap-drop", "ALL", "--uid", NOBODY, "--gid", NOBODY]
EMPTY = ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
ALONE = ["--unsetenv", "JPY_PARENT_PID"]  # in the box that process is not to be seen, and the kernel would think it dead


def boxed(command: Sequence[str], readable: Iterable[Path], own: Path) -> list[str]:
    """The command in a box in which it can read the system's programs, Python and what is named, and write to its own folder only."""
    seen = [word for path in [*SYSTEM, *PYTHON, *readable] for word in ("--ro-bind-try", str(path), str(path))]
    return [BUBBLEWRAP, *APART, *EMPTY, *seen, "--bind", str(own), str(own), "--chdir", str(own), *ALONE, "--", *command]


def there() -> bool:
    """True where bubblewrap is installed."""
    return shutil.which(BUBBLEWRAP) is not None


def works(own: Path) -> bool:
    """True where the system lets a box be made; many containers and some hardened kernels do not."""
    if not there():
        return False
    tried = subprocess.run(boxed([sys.executable, "-c", ""], [], own), capture_output=True, check=False)
    return tried.returncode == 0
