"""Namespaces of DMN, a short way to write its elements, and a parser that is safe with files from outside."""

import xml.etree.ElementTree as ET

from visitation.errors import VisitationError
from visitation.screening.exchange.feel import shown

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
VERSIONS = {  # the tables of these versions are written alike
    "http://www.omg.org/spec/DMN/20180521/MODEL/": "1.2",
    DMN: "1.3",
    "https://www.omg.org/spec/DMN/20211108/MODEL/": "1.4",
    "https://www.omg.org/spec/DMN/20230324/MODEL/": "1.5",
}
DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/"
DC, DI = "http://www.omg.org/spec/DMN/20180521/DC/", "http://www.omg.org/spec/DMN/20180521/DI/"
OURS = "urn:visitationsbordet:dmn"
PREFIXES = {"xmlns": DMN, "xmlns:dmndi": DMNDI, "xmlns:dc": DC, "xmlns:di": DI, "xmlns:visitation": OURS}
MAX_BYTES = 5 * 1024 * 1024


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes) -> ET.Element:
    """A new last child; attributes are written in the order given."""
    made = ET.SubElement(parent, tag, {name: shown(str(value)) for name, value in attributes.items()})
    made.text = None if text is None else shown(text)
    return made


class _Builder(ET.TreeBuilder):
    def doctype(self, name, pubid, system):
        raise VisitationError("filen har en DOCTYPE; gem den igen fra DMN-værktøjet uden")  # the door of entity attacks


def parse(content: bytes | str) -> ET.Element:
    """The root of an XML document; VisitationError for what is too large, not XML, or has a DOCTYPE."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if len(data) > MAX_BYTES:
        raise VisitationError(f"filen er for stor; højst {MAX_BYTES // 1024 // 1024} MB er tilladt")
    parser = ET.XMLParser(target=_Builder(), encoding="utf-8" if isinstance(content, str) else None)
    try:
        parser.feed(data)
        return parser.close()
    except (ET.ParseError, LookupError, ValueError) as error:
        if isinstance(error, VisitationError):
            raise
        raise VisitationError("filen kan ikke læses som XML; den skal være en DMN-fil") from None
