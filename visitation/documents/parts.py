"""What a Word file may bring along besides its words: nothing that runs, fetches, points out of the file or tells who wrote it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from visitation.errors import ModelError
from visitation.register.personnumber import MASK, has_personnumber

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part
    from lxml.etree import _Element

# Kinds of parts by the last word of their relationship. Those left out tell of the author's machine, and nothing refers to them.
KEPT = set("officeDocument styles settings fontTable font theme numbering header footer image footnotes endnotes".split())
LEFT_OUT = {"customXml", "glossaryDocument", "people", "stylesWithEffects", "webSettings"}
FIELDS = re.compile(r"\s*((PAGE|NUMPAGES)(\s*\\\*\s*\w+)*\s*)*")
OUTSIDE = "tilladt er kun det, der ligger i selve filen: fjern links og tilknyttede skabeloner, og indsæt billeder i stedet for at linke"
STRANGE = "tilladt er tekst, tabeller, billeder, sidehoved og sidefod: fjern makroer, kommentarer, objekter og diagrammer"


def leave_out(document: "Part") -> None:
    """Takes away what tells of the author's machine; the file's properties too, so that new ones are made."""
    for rels, gone in ((document.package.rels, lambda kind: kind != "officeDocument"), (document.rels, LEFT_OUT.__contains__)):
        for name in [name for name, rel in rels.items() if gone(_kind(rel.reltype))]:
            del rels[name]


def check_parts(path: Path, package: "OpcPackage") -> None:
    """ModelError for the first thing in the file that a letterhead may not hold."""
    from docx.oxml.parser import parse_xml

    for rel in package.iter_rels():
        if rel.is_external:
            raise wrong(path, f"peger ud af filen ({rel.target_ref}); {OUTSIDE}")
        if (kind := _kind(rel.reltype)) not in KEPT:
            raise wrong(path, f"har en del, der ikke er tilladt ({kind}); {STRANGE}")
    for part in package.iter_parts():
        if part.content_type.endswith("xml"):
            _check_words(path, parse_xml(part.blob))


def _check_words(path: Path, root: "_Element") -> None:
    from docx.oxml.ns import qn

    if any(qn("w:author") in each.attrib for each in root.iter()):
        raise wrong(path, "har sporede ændringer, som siger, hvem der skrev dem; tilladt er tekst, hvor alle ændringer er accepteret")
    for paragraph in root.iter(qn("w:p")):
        fields = ["".join(each.text or "" for each in paragraph.iter(qn("w:instrText")))]
        fields += [each.get(qn("w:instr"), "") for each in paragraph.iter(qn("w:fldSimple"))]
        if strange := [field.strip() for field in fields if not FIELDS.fullmatch(field)]:
            raise wrong(path, f"har feltet '{strange[0][:60]}'; tilladt er sidetal (PAGE, NUMPAGES)")
        if has_personnumber("".join(each.text or "" for each in paragraph.iter(qn("w:t")))):
            raise wrong(path, f"ligner et CPR-nummer ({MASK}); skriv den uden")


def _kind(reltype: str) -> str:
    return reltype.rpartition("/")[2]


def wrong(path: Path, what: str) -> ModelError:
    """The sentence that refuses a letterhead."""
    return ModelError(f"{path.parent.name}/{path.name}: {what}")
