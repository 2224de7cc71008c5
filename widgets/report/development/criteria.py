"""The municipality's success criteria: counted where the register can, with what is missing, and how it was before and after."""

from visitation.outcomes.criteria import Tile
from visitation.outcomes.measures import WITH
from visitation.statistics.small import mean
from widgets.report import said
from widgets.report.development.study import Study
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import NONE, Told, number, of

COLUMNS = ["", *said.SHARE, "mangler", "før og efter"]
ENDS = ("før", "efter")
MOST = 6  # rows of a flow


def criteria(study: Study) -> Piece:
    """The criteria, what each means, and from what to what."""
    if not study.tiles:
        return paragraph("Kommunens dokumenter har ingen succeskriterier; derfor står her ingen.")
    ground = study.ground(len(study.started), "forløb")
    counted = table("Kommunens succeskriterier", COLUMNS, [_row(tile) for tile in study.tiles], ground)
    meant = [(tile.criterion.label.da, *_meant(study, tile)) for tile in study.tiles]
    columns = ["", "tælles", "ud af", "hvorfra", "grund"]
    flows = [_flow(study, tile) for tile in study.tiles if tile.flow]
    told = study.published(f"{len(meant)} kriterier")
    return sum([table("Sådan er de talt", columns, meant, told, wide=True), *flows], counted)


def _row(tile: Tile) -> tuple[str, ...]:
    return tile.criterion.label.da, *said.share_cells(tile.share), of(tile.missing, tile.started), _before(tile)


def _meant(study: Study, tile: Tile) -> tuple[str, ...]:
    one = tile.criterion
    return one.numerator.da, one.denominator.da, one.data.da, said.documents(study.session.model, one)


def _before(tile: Tile) -> str:
    """How the same people were before and after."""
    if not tile.pairs:
        return NONE
    if tile.criterion.measure == "trivsel":
        ends = [mean([getattr(pair, end) for pair in tile.pairs]) for end in ("before", "after")]
        return Told(" → ".join(map(said.mean, ends)), dict(zip(ENDS, (end.mean for end in ends), strict=True)))
    if tile.criterion.measure == "uden_stoette":
        before, after = (sum(getattr(pair, end) == WITH for pair in tile.pairs) for end in ("before", "after"))
        after_all = of(after, len(tile.pairs))
        return Told(f"med støtte: {number(before)} → {after_all}", dict(zip(ENDS, (before, after), strict=True)) | {"af": len(tile.pairs)})
    fell, stayed, outside = tile.share.k, tile.share.n - tile.share.k, len(tile.pairs) - tile.share.n
    counted = {"faldet": fell, "ens eller steget": stayed, "kunne ikke falde": outside}
    return Told(", ".join(f"{name}: {number(count)}" for name, count in counted.items()), counted)


def _flow(study: Study, tile: Tile) -> Piece:
    rows = [
        (before, after, number(count)) for (before, after), count in sorted(tile.flow.items(), key=lambda one: (-one[1], one[0]))[:MOST]
    ]
    ground = study.ground(sum(tile.flow.values()), "forløb")
    return table(f"{tile.criterion.label.da}: de hyppigste veje", ["før", "efter", "forløb"], rows, ground, wide=True)
