"""Where the program and what belongs to it lie: a copy of the project has them side by side, an installed package carries them along."""

from pathlib import Path

CODE = Path(__file__).resolve().parents[1]  # holds visitation/ and widgets/
_CARRIED = CODE / "visitation" / "share"
SHARED = _CARRIED if _CARRIED.is_dir() else CODE  # holds notebooks/, data_samples/ and voila.json
