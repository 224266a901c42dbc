"""The ways to change one thing in a Rego file. Each operator yields edits of one rule.

What is named here lands in tests/mutation/survivors.json: renaming an operator
makes entries there stale.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from tools.mutation.branches import drop_else, remove_rule, swap_branches
from tools.mutation.edit import Edit, Operator
from tools.mutation.source import Node, Source, Span, arguments, expressions, parts, queries, tagged

_COMPARISONS = {b"<": b"<=", b"<=": b"<", b">": b">=", b">=": b">", b"==": b"!=", b"!=": b"=="}
_ARITHMETIC = {"Add": (b"+", b"-"), "Mul": (b"*", b"/"), "Div": (b"/", b"*"), "Mod": (b"%", b"*")}
_SET_OPERATORS = {"Union": (b"|", b"&"), "Intersection": (b"&", b"|")}
_NEGATABLE = frozenset({"BoolExpr", "Call", "Membership", "RefBrack", "RefDot", "Var"})


def drop_expression(source: Source, rule: Node) -> Iterator[Edit]:
    """`true` for one expression of a body, unless it binds a variable that is needed elsewhere."""
    for query in queries(parts(rule)):
        for statement in query["stmts"]:
            span = source.whole(statement["span"])
            # without `some x` there is either the same meaning or none
            if "SomeVars" in statement["literal"] or source.text(span) in {b"true", b"false"}:
                continue
            # the engine would notice only where it comes to the head of the rule
            around = source.whole(tagged(rule)[1]["span"])
            before, after = Span(start=around.start, end=span.start), Span(start=span.end, end=around.end)
            if not _bound(statement["literal"]) & (source.words(before) | source.words(after)):
                yield Edit(span=span, replacement=b"true")


def negate_expression(source: Source, rule: Node) -> Iterator[Edit]:
    """`not` before an expression that has none."""
    for query in queries(parts(rule)):
        for statement in query["stmts"]:
            kind, literal = tagged(statement["literal"])
            if kind == "Expr" and tagged(literal["expr"])[0] in _NEGATABLE:
                start = source.whole(statement["span"]).start
                yield Edit(span=Span(start=start, end=start), replacement=b"not ")


def remove_not(source: Source, rule: Node) -> Iterator[Edit]:
    """No `not` where there is one."""
    for kind, node in expressions(parts(rule)):
        if kind == "NotExpr":
            first = source.token_at(node["span"]["start"])
            span = Span(start=source.tokens[first].start, end=source.tokens[first + 1].start)
            yield Edit(span=span, replacement=b"")


def every_to_some(source: Source, rule: Node) -> Iterator[Edit]:
    """`some` for `every`: one case that holds is enough."""
    for query in queries(parts(rule)):
        for statement in query["stmts"]:
            kind, node = tagged(statement["literal"])
            if kind != "Every":
                continue
            span = source.whole(statement["span"])
            inner = source.whole(node["query"]["span"])
            head = source.bytes[span.start + len(b"every") : inner.start]
            text = b"some" + head.rstrip() + b"; " + source.bytes[inner.start + 1 : inner.end - 1].strip()
            bare = source.whole(query["span"]).start == span.start  # `if every …`: a body without braces
            yield Edit(span=span, replacement=b"{ " + text + b" }" if bare else text)


def swap_constant(source: Source, rule: Node) -> Iterator[Edit]:
    """Another string, the next number, the other truth value."""
    for kind, node in expressions([parts(rule), arguments(rule)]):
        if kind not in {"String", "RawString", "Number", "Bool"}:
            continue
        replacement = b'"mutated"'
        if kind == "Number":
            replacement = str(node["value"] + 1).encode()
        elif kind == "Bool":
            replacement = b"false" if node["value"] else b"true"
        yield Edit(span=source.place(kind, node), replacement=replacement)


def shift_comparison(source: Source, rule: Node) -> Iterator[Edit]:
    """A comparison loosened, tightened, or turned round if it is an equality."""
    for kind, node in expressions(parts(rule)):
        if kind == "BoolExpr":
            operator = _operator(source, node)
            yield Edit(span=operator, replacement=_COMPARISONS[source.text(operator)])


def swap_operator(source: Source, rule: Node) -> Iterator[Edit]:
    """Union for intersection, intersection for union, `-` for `+`, and so on."""
    table = _ARITHMETIC | _SET_OPERATORS
    for kind, node in expressions(parts(rule)):
        if kind in {"BinExpr", "ArithExpr"} and node["op"] in table:
            yield Edit(span=_operator(source, node), replacement=table[node["op"]][1])


def drop_operand(source: Source, rule: Node) -> Iterator[Edit]:
    """One side of a union or an intersection; what a difference takes from."""
    for kind, node in expressions(parts(rule)):
        sides = {"Union": ("lhs", "rhs"), "Intersection": ("lhs", "rhs"), "Sub": ("lhs",)}
        for side in sides.get(node["op"], ()) if kind in {"BinExpr", "ArithExpr"} else ():
            kept = source.text(source.place(*tagged(node[side])))
            yield Edit(span=_operation(source, node), replacement=b"(" + kept + b")")


def misspell_field(source: Source, rule: Node) -> Iterator[Edit]:
    """`.field_` for `.field`."""
    for kind, node in expressions(parts(rule)):
        if kind == "RefDot":
            end = source.tokens[source.token_at(node["field"][0]["start"])].end
            yield Edit(span=Span(start=end, end=end), replacement=b"_")


def drop_element(source: Source, rule: Node) -> Iterator[Edit]:
    """A set, an array or an object with one element less."""
    for kind, node in expressions(parts(rule)):
        if not (node.get("fields") if kind == "Object" else kind in {"Set", "Array"} and node["items"]):
            continue
        literal = source.place(kind, node)
        elements = source.elements(literal)
        if len(elements) == 1:
            empty = b"set()" if kind == "Set" else source.bytes[literal.start : literal.start + 1]
            closing = b"" if kind == "Set" else source.bytes[literal.end - 1 : literal.end]
            yield Edit(span=literal, replacement=empty + closing)
            continue
        for one, following in pairwise(elements):
            yield Edit(span=Span(start=one.start, end=following.start), replacement=b"")
        yield Edit(span=Span(start=elements[-2].end, end=elements[-1].end), replacement=b"")


OPERATORS: Mapping[str, Operator] = MappingProxyType(
    {
        operator.__name__.replace("_", "-"): operator
        for operator in (
            drop_expression,
            negate_expression,
            remove_not,
            every_to_some,
            swap_constant,
            shift_comparison,
            swap_operator,
            drop_operand,
            remove_rule,
            misspell_field,
            drop_else,
            swap_branches,
            drop_element,
        )
    }
)
"""By the name that reports and the list of survivors use."""


def _operator(source: Source, node: Node) -> Span:
    """Return where the operator between two operands stands."""
    at = source.token_at(source.place(*tagged(node["lhs"])).end)
    while source.token(at) == b")":
        at += 1
    return source.tokens[at]


def _operation(source: Source, node: Node) -> Span:
    """Return both operands and what is between, parentheses around an operand included."""
    span = source.whole(node["span"])
    start = min(span.start, source.place(*tagged(node["lhs"])).start)
    return Span(start=start, end=span.end)


def _bound(literal: Node) -> set[bytes]:
    """Return the variables that a literal declares."""
    kind, node = tagged(literal)
    declared: list[object] = []
    if kind == "SomeIn":
        declared = [node["key"], node["value"]]
    elif kind == "Expr" and "AssignExpr" in node["expr"] and node["expr"]["AssignExpr"]["op"] == "ColEq":
        declared = [node["expr"]["AssignExpr"]["lhs"]]
    return {one["value"].encode() for kind, one in expressions(declared) if kind == "Var"} - {b"_"}
