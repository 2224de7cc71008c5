"""What is wrong with data that do not read as a part: every fault with its place, in Danish. Imported only when one is refused."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import msgspec
from msgspec import inspect

from visitation.model.base import EMPTY, MISSING, Part, Place

PLAIN = {
    inspect.StrType: (str, "skal være tekst; sæt værdien i anførselstegn"),
    inspect.BoolType: (bool, "skal være true eller false"),
    inspect.IntType: (int, "skal være et helt tal"),
    inspect.FloatType: (float, "skal være et tal"),
    inspect.DateType: (date, 'skal være en dato i anførselstegn som "2021-01-31"'),
}
Faults = Iterator[tuple[Place, str]]


def faults(part: type[Part], data: Any) -> Faults:
    """Everything that keeps data from reading as that part; nothing when they do."""
    return _faults(inspect.type_info(part), data, ())


def _faults(kind: inspect.Type, value: Any, place: Place) -> Faults:
    match kind:
        case inspect.StructType(cls=part):
            yield from _of_part(part, value, place)
        case inspect.UnionType(types=types):  # a model knows one kind of union: something or nothing
            something = next(each for each in types if not isinstance(each, inspect.NoneType))
            yield from () if value is None else _faults(something, value, place)
        case inspect.DictType():
            yield from _of_table(kind, value, place)
        case inspect.VarTupleType():
            yield from _of_list(kind, value, place)
        case inspect.LiteralType(values=values):
            yield from () if value in values else [(place, f"ukendt værdi; tilladt er {_either(values)}")]
        case _:
            read, said = PLAIN[type(kind)]
            yield from _if_empty(kind, value, place) if _refusal(read, value) is None else [(place, said)]


def _of_part(part: type[Part], value: Any, place: Place) -> Faults:
    if isinstance(value, part):
        return
    if not isinstance(value, dict):
        yield place, f"skal være en tabel med nøglerne {_keys(part)}"
    elif found := list(_of_fields(part, value, place)):
        yield from found
    elif refusal := _refusal(part, value):  # what its fields must hold together
        yield place, str(refusal.__cause__ or refusal)


def _of_fields(part: type[Part], value: dict, place: Place) -> Faults:
    yield from ((place, f"ukendt nøgle '{key}'; tilladt er {_keys(part)}") for key in value if key not in part.__struct_encode_fields__)
    for field, declared in zip(inspect.type_info(part).fields, msgspec.structs.fields(part), strict=True):
        here = (*place, field.encode_name)
        if field.encode_name in value:
            # msgspec sorts the values of a Literal; whoever reads the sentence expects the schema's order
            kind = inspect.LiteralType(get_args(declared.type)) if isinstance(field.type, inspect.LiteralType) else field.type
            yield from _faults(kind, value[field.encode_name], here)
        elif field.required:
            yield here, MISSING


def _of_table(kind: inspect.DictType, value: Any, place: Place) -> Faults:
    if not isinstance(value, dict):
        yield place, "skal være en tabel af nøgler og værdier"
        return
    yield from _if_empty(kind, value, place)
    for key, item in value.items():
        yield from _faults(kind.key_type, key, (*place, key))
        yield from _faults(kind.value_type, item, (*place, key))


def _of_list(kind: inspect.VarTupleType, value: Any, place: Place) -> Faults:
    if not isinstance(value, list | tuple):
        yield place, "skal være en liste"
        return
    yield from _if_empty(kind, value, place)
    for i, item in enumerate(value):
        yield from _faults(kind.item_type, item, (*place, i))


def _if_empty(kind: inspect.Type, value: Any, place: Place) -> Faults:
    if getattr(kind, "min_length", None) and not value:
        yield place, EMPTY


def _refusal(kind: type, value: Any) -> msgspec.ValidationError | None:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        return error
    return None


def _keys(part: type[Part]) -> str:
    return ", ".join(part.__struct_encode_fields__)


def _either(values: tuple) -> str:
    *first, last = (f"'{value}'" for value in values)
    return f"{', '.join(first)} eller {last}" if first else last
