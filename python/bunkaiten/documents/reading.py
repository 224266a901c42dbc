"""The reader: a source in, its documents and its refusals out."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from bunkaiten import digests
from bunkaiten.documents import collector, decoding, json_text, values
from bunkaiten.documents.faults import Fault, Lines, shown, steps_of
from bunkaiten.documents.json_places import JsonPlaces
from bunkaiten.documents.kinds import Carried, carried
from bunkaiten.documents.values import Kind, Parsed, Places, Reading, Refusal, Source
from bunkaiten.errors import DocumentError

_SPACE = " \t\r\n"
_BEGINNING = 65536
_DECLARATION = "Demarcation"
_EXPECTED = {
    Kind.DECLARATION: "expected_declaration",
    Kind.PLAN: "expected_plan",
    Kind.OBJECT: "expected_object",
}


class _Document(NamedTuple):
    """One document of a text, before anybody knows what it is."""

    number: int
    value: object = None
    places: Places | None = None
    fault: Fault | None = None
    is_empty: bool = False
    is_yaml: bool = False


class _Refused(NamedTuple):
    """What is refused, before its place is looked for."""

    document: str
    fault: Fault
    places: Places | None = None


class _Whole(NamedTuple):
    """A source whose syntax is good, at least up to the last of its documents."""

    name: str
    documents: tuple[_Document, ...]
    text: str | None
    sha256: str

    def id_of(self, document: _Document, each: Carried | None = None) -> str:
        """Return the document's id: with its number where there may be several of them."""
        base = each.base if each else ""
        is_object = each is not None and each.fault is None and each.kind is Kind.OBJECT
        has_number = len(self.documents) > 1 or base or is_object
        return f"{self.name}#{document.number}{base}" if has_number else self.name


def read(source: Source, *, expected: str | None = None) -> Reading:
    """Return everything that `source` holds; never raise for what it holds.

    `expected` is a Kind: every other kind is refused.
    """
    if source.data is None:
        return from_object(source.value, source.id, expected=expected)
    try:
        text = decoding.text_of(source.data)
    except DocumentError as error:
        return _refused(source.id, error)
    try:
        with collector.AtRest():
            documents = _documents(text, source.id, len(source.data))
    except Fault as fault:
        return Reading(documents=(), refusals=tuple(_told([_Refused(source.id, fault)], text)))
    digest = digests.of_bytes(source.data)
    whole = _Whole(name=source.id, documents=tuple(documents), text=text, sha256=digest)
    return _reading(whole, expected)


def from_object(value: object, document: str, *, expected: str | None = None) -> Reading:
    """Return the documents in an object that a caller parsed; never raise for what it holds."""
    from bunkaiten.documents import objects  # noqa: PLC0415 - files need it not

    try:
        with collector.AtRest():
            plain = objects.plain(value)
    except DocumentError as error:
        return _refused(document, error)
    documents = (_Document(number=1, value=plain),)
    whole = _Whole(name=document, documents=documents, text=None, sha256=objects.digest(plain))
    return _reading(whole, expected)


def locate(parsed: Parsed, pointer: str) -> tuple[int | None, int | None]:
    """Return line and column, from 1, of what a JSON Pointer into `parsed.value` leads to.

    It is the place of the key in a mapping, of the item in a list, and of the
    nearest existing ancestor where there is no such value. None where no text is known.
    """
    if parsed.places is None:
        return None, None
    with collector.AtRest():
        return parsed.places.locate([*steps_of(parsed.base), *steps_of(pointer)])


def forget(parsed: Parsed) -> None:
    """Give back what `locate` keeps of the text of `parsed`; it is made again if it is needed."""
    if parsed.places is not None:
        parsed.places.forget()


def _documents(text: str, name: str, size: int) -> list[_Document]:
    start = text.lstrip(_SPACE)[:1]
    if not start:
        raise Fault("file_empty")
    if start in "{[":
        return [_json_document(text, name)]
    if size > values.MAX_YAML_BYTES:
        raise _lookalike(text[:_BEGINNING]) or Fault("yaml_too_large", limit=values.MAX_YAML_BYTES >> 20)
    return _yaml_documents(text)


def _json_document(text: str, name: str) -> _Document:
    try:
        value = json_text.parse(text)
    except Fault as fault:
        if fault.code not in {"json_syntax", "json_two_values", "json_trailing"}:
            raise
        if known := _lookalike(text):
            raise known from None
        if fault.code == "json_syntax" and name.lower().endswith((".yaml", ".yml")):
            fault.code = "json_in_yaml"
        raise
    return _Document(number=1, value=value, places=JsonPlaces(text))


def _yaml_documents(text: str) -> list[_Document]:
    from bunkaiten.documents import yaml_text  # noqa: PLC0415 - PyYAML costs more than the rest of a cold start

    stream = yaml_text.Stream(text)
    found = [
        _Document(
            number=each.number,
            value=each.value,
            places=yaml_text.places_of(each, stream),
            fault=each.fault,
            is_empty=each.is_empty,
            is_yaml=True,
        )
        for each in yaml_text.read(text)
    ]
    # words that the parser took for documents on its way to a fault are not worth lines of their own
    is_broken = bool(found) and found[-1].fault is not None
    are_words = not any(each.fault or isinstance(each.value, dict | list) for each in found[:-1])
    return found[-1:] if is_broken and are_words else found


def _lookalike(text: str) -> Fault | None:
    from bunkaiten.documents import lookalikes  # noqa: PLC0415 - only who has a fault pays for it

    return lookalikes.recognised(text)


def _reading(whole: _Whole, expected: str | None) -> Reading:
    parsed: list[Parsed] = []
    refused: list[_Refused] = []
    count = 0
    for outcome in chain.from_iterable(_outcomes(whole, document) for document in whole.documents):
        each = _unexpected(outcome, expected)
        if isinstance(each, Parsed):
            parsed.append(each)
            continue
        count += 1
        if count <= values.MAX_REFUSALS:
            refused.append(each)
    if refused and not parsed and (known := _known(whole)):
        refused, count = [_Refused(whole.name, known)], 1
    if expected is not None and not parsed and not refused:
        refused, count = [_Refused(whole.name, Fault("nothing_in_it"))], 1
    refusals = [*_told(refused, whole.text)]
    if count > values.MAX_REFUSALS:
        more = DocumentError("more_refusals", count=count - values.MAX_REFUSALS, limit=values.MAX_REFUSALS)
        refusals.append(Refusal(document=whole.name, error=more))
    return Reading(documents=tuple(parsed), refusals=tuple(refusals))


def _outcomes(whole: _Whole, document: _Document) -> Iterator[Parsed | _Refused]:
    if document.is_empty:
        return
    if document.fault:
        yield _Refused(whole.id_of(document), document.fault)
        return
    for each in carried(document.value):
        fault = each.fault
        if each.kind is Kind.PLAN and document.is_yaml:
            fault = Fault("plan_in_yaml", pointer="")
        if fault or each.value is None:
            fault = fault or Fault("kind_unknown", pointer=each.base)
            yield _Refused(whole.id_of(document, each), fault, document.places)
            continue
        yield Parsed(
            id=whole.id_of(document, each),
            kind=each.kind,
            name=each.name,
            value=each.value,
            text=whole.text,
            base=each.base,
            places=document.places,
            sha256=whole.sha256,
        )


def _known(whole: _Whole) -> Fault | None:
    """Return the one clear word in the place of the refusals of a text that is no YAML at all."""
    is_yaml = any(document.is_yaml for document in whole.documents)
    return _lookalike(whole.text) if is_yaml and whole.text is not None else None


def _unexpected(outcome: Parsed | _Refused, expected: str | None) -> Parsed | _Refused:
    """Return `outcome`, or why it is not what is expected."""
    if expected is None or isinstance(outcome, _Refused) or outcome.kind == expected:
        return outcome
    found = "Demarcation" if outcome.kind is Kind.DECLARATION else shown(outcome.name)
    fault = Fault(_EXPECTED[Kind(expected)], pointer=outcome.base, found=found)
    return _Refused(outcome.id, fault, outcome.places)


def _told(refused: Iterable[_Refused], text: str | None) -> Iterator[Refusal]:
    """Yield the refusals, each with its place."""
    lines = Lines(text or "")
    for each in refused:
        fault = each.fault
        place: tuple[int | None, int | None] = (None, None)
        if text is not None and fault.at is not None:
            from bunkaiten.documents import lookalikes  # noqa: PLC0415 - only who has a fault pays for it

            place, fault = lines.place(fault.at), lookalikes.unrendered(fault, text)
        elif each.places and fault.pointer is not None:
            place = each.places.locate(steps_of(fault.pointer))
        yield Refusal(each.document, fault.error(*place), is_declaration=_DECLARATION in (text or ""))


def _refused(name: str, error: DocumentError) -> Reading:
    return Reading(documents=(), refusals=(Refusal(document=name, error=error),))
