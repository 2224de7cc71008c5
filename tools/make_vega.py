"""Make widgets/charts/vega.js: Vega, Vega-Lite and vega-embed as one piece of a panel's script; the same bytes every time.

Usage: python tools/make_vega.py [FILE]   (default: the one that ships)
"""

import sys
from pathlib import Path

import vl_convert

from widgets.charts.picture import vega_lite

TOOLS = Path(__file__).resolve().parent
FILE = TOOLS.parent / "widgets" / "charts" / "vega.js"
LICENCES = TOOLS / "vega_licences.txt"
# A scope of its own: the hundreds of short names of the bundle must not meet a panel's.
SCRIPT = """\
/*! vega {vega}, vega-lite {lite} and vega-embed {embed} with what they need, put together by tools/make_vega.py. Do not edit.

{licences}*/
const vegaEmbed = (() => {{
let kept;
const keepEmbed = (embed) => {{ kept = embed; }};
{bundle}
return kept;
}})();
"""


def vega() -> str:
    """The script: it declares `vegaEmbed` and no other name."""
    return SCRIPT.format(
        vega=vl_convert.get_vega_version(),
        lite=vega_lite(),
        embed=vl_convert.get_vega_embed_version(),
        licences=LICENCES.read_text(encoding="utf-8"),
        bundle=vl_convert.javascript_bundle("keepEmbed(vegaEmbed);", vl_version=vega_lite()),
    )


if __name__ == "__main__":
    (Path(sys.argv[1]) if sys.argv[1:] else FILE).write_text(vega(), encoding="utf-8", newline="\n")
