"""The ways to change a rule as a whole."""

from collections.abc import Iterator
from itertools import pairwise

from tools.mutation.edit import Edit, flat
from tools.mutation.source import Node, Source, Span, tagged


def remove_rule(source: Source, rule: Node) -> Iterator[Edit]:
    """A rule that never holds, without its else branches; a default that is gone.

    The body stays behind a `false`, so that the variables of the head keep their meaning.
    """
    kind, node = tagged(rule)
    span = source.whole(node["span"])
    described = source.text(span).decode().splitlines()[0]
    if kind == "Default":
        yield Edit(span=span, replacement=b"", original=described, mutated="(removed)")
        return
    start, text = span.end, b" if false"
    if node["bodies"]:
        query = source.whole(node["bodies"][0]["query"]["span"])
        braced = source.text(query).startswith(b"{")
        start = query.start
        text = b"{ false\n" + (source.text(query)[1:] if braced else source.text(query) + b" }")
    edited = Span(start=start, end=span.end)
    yield Edit(span=edited, replacement=text, original=described, mutated="(never holds)")


def drop_else(source: Source, rule: Node) -> Iterator[Edit]:
    """One else branch less."""
    for body in tagged(rule)[1].get("bodies", []):
        if body["is_else"]:
            span = source.whole(body["span"])
            described = source.text(span).decode().splitlines()[0]
            yield Edit(span=span, replacement=b"", original=described, mutated="(removed)")


def swap_branches(source: Source, rule: Node) -> Iterator[Edit]:
    """Two neighbouring branches in the other order."""
    node = tagged(rule)[1]
    bodies = node.get("bodies", [])
    values = [_head_value(node), *(body["assign"] and body["assign"]["value"] for body in bodies[1:])]
    for one, other in pairwise(zip(values, bodies, strict=False)):
        if not (one[0] and other[0] and other[1]["query"]["stmts"]):
            continue
        spans = [
            source.place(*tagged(one[0])),
            source.whole(one[1]["query"]["span"]),
            source.place(*tagged(other[0])),
            source.whole(other[1]["query"]["span"]),
        ]
        first, body, second, last = (source.text(span) for span in spans)
        if first == second:  # in either order the value is the same
            continue
        gaps = [source.bytes[a.end : b.start] for a, b in pairwise(spans)]
        text = second + gaps[0] + last + gaps[1] + first + gaps[2] + body
        edited = Span(start=spans[0].start, end=spans[3].end)
        before, after = (flat(text.decode()) for text in (first, second))
        yield Edit(
            span=edited,
            replacement=text,
            original=f"{before} before {after}",
            mutated=f"{after} before {before}",
        )


def _head_value(node: Node) -> Node | None:
    assign = tagged(node["head"])[1].get("assign") if "head" in node else None
    value: Node | None = assign and assign["value"]
    return value
