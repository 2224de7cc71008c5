"""Charts: plain columns in, an Altair chart out; the screen, the reports and the exports draw the same one.

Every chart is a module with two functions: `rows` makes its named data from columns, `chart` draws them. The chart does not depend on
the numbers, so that a screen gets it once (`spec`) and from then on only new data."""

import sys

# jsonschema builds a grammar for internationalised addresses as it is imported, which is two thirds of Altair's import; Altair has none.
_grammar = sys.modules.setdefault("rfc3987_syntax", None)
import altair  # noqa: E402, F401

if _grammar is None:
    del sys.modules["rfc3987_syntax"]

from widgets.charts import compare, fan, observed, pit, tornado, wait_curve, waterfall  # noqa: E402
from widgets.charts.picture import png, spec, svg  # noqa: E402

__all__ = ["compare", "fan", "observed", "pit", "png", "spec", "svg", "tornado", "wait_curve", "waterfall"]
