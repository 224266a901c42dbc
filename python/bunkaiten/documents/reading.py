"""The reader: a source in, its documents and its refusals out."""

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from bunkaiten.documents import collector, decoding, json_text
from bunkaiten.documents.faults import Fault, Lines, shown, steps_of
from bunkaiten.documents.json_places import JsonPlaces
from bunkaiten.documents.kinds import Carried, carried
from bunkaiten.documents.values import Kind, Parsed, Places, Reading, Refusal, Source
from bunkaiten.errors import DocumentError

_SIGNIFICANT = re.compile(r"[^ \t\r\n]")


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
    error: DocumentError | None = None
    is_empty: bool = False
    is_yaml: bool = False


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
            documents = _documents(text, source.id)
    except Fault as fault:
        return _refused(source.id, _error(fault, text))
    digest = hashlib.sha256(source.data).hexdigest()
    whole = _Whole(name=source.id, documents=tuple(documents), text=text, sha256=digest)
    return _expected_only(source.id, _explained(whole, _sorted_out(whole)), expected)


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
    return _expected_only(document, _sorted_out(whole), expected)


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


def _documents(text: str, name: str) -> list[_Document]:
    start = _SIGNIFICANT.search(text)
    if not start:
        raise Fault("file_empty")
    if start[0] in "{[":
        return [_json_document(text, name)]
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
            places=yaml_text.YamlPlaces(stream, each.number),
            error=_error(each.fault, text) if each.fault else None,
            is_empty=each.is_empty,
            is_yaml=True,
        )
        for each in yaml_text.read(text)
    ]
    # words that the parser took for documents on its way to a fault are not worth lines of their own
    is_broken = bool(found) and found[-1].error is not None
    are_words = not any(each.error or isinstance(each.value, dict | list) for each in found[:-1])
    return found[-1:] if is_broken and are_words else found


def _lookalike(text: str) -> Fault | None:
    from bunkaiten.documents import lookalikes  # noqa: PLC0415 - only who has a fault pays for it

    return lookalikes.recognised(text)


def _sorted_out(whole: _Whole) -> Reading:
    outcomes = [
        outcome
        for document in whole.documents
        if not document.is_empty
        for outcome in _outcomes(whole, document)
    ]
    return Reading(
        documents=tuple(each for each in outcomes if isinstance(each, Parsed)),
        refusals=tuple(each for each in outcomes if isinstance(each, Refusal)),
    )


def _outcomes(whole: _Whole, document: _Document) -> Iterator[Parsed | Refusal]:
    if document.error:
        yield Refusal(document=whole.id_of(document), error=document.error)
        return
    for each in carried(document.value):
        fault = each.fault
        if each.kind is Kind.PLAN and document.is_yaml:
            fault = Fault("plan_in_yaml", pointer="")
        if fault or each.value is None:
            error = _error(fault or Fault("kind_unknown", pointer=each.base), document.places)
            yield Refusal(document=whole.id_of(document, each), error=error)
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


def _explained(whole: _Whole, reading: Reading) -> Reading:
    """Put one clear word in the place of the refusals of a text that is no YAML at all."""
    is_yaml = any(document.is_yaml for document in whole.documents)
    if reading.documents or not reading.refusals or not is_yaml or whole.text is None:
        return reading
    known = _lookalike(whole.text)
    return _refused(whole.name, _error(known, whole.text)) if known else reading


def _expected_only(name: str, reading: Reading, expected: str | None) -> Reading:
    if expected is None:
        return reading
    kind = Kind(expected)
    others = [each for each in reading.documents if each.kind is not kind]
    refusals = [*reading.refusals, *(_unexpected(each, kind) for each in others)]
    if not reading.documents and not refusals:
        refusals = [Refusal(document=name, error=DocumentError("nothing_in_it"))]
    fitting = tuple(each for each in reading.documents if each.kind is kind)
    return Reading(documents=fitting, refusals=tuple(refusals))


def _unexpected(parsed: Parsed, kind: Kind) -> Refusal:
    line, column = locate(parsed, "")
    found = "Demarcation" if parsed.kind is Kind.DECLARATION else shown(parsed.name)
    error = DocumentError(_EXPECTED[kind], line=line, column=column, found=found)
    return Refusal(document=parsed.id, error=error)


def _error(fault: Fault, within: str | Places | None) -> DocumentError:
    """Return the fault with its place: an offset in a text, or a pointer into what was read from it."""
    if isinstance(within, str) and fault.at is not None:
        return fault.error(*Lines(within).place(fault.at))
    if within is not None and not isinstance(within, str) and fault.pointer is not None:
        return fault.error(*within.locate(steps_of(fault.pointer)))
    return fault.error()


def _refused(name: str, error: DocumentError) -> Reading:
    return Reading(documents=(), refusals=(Refusal(document=name, error=error),))
