"""What can go wrong in the same way in a plan of any cloud."""

from collections.abc import Iterator
from dataclasses import dataclass

from contradictions.case import Contradiction, contradiction, said
from contradictions.edits import add, declare, join, target_others

DECLARED, EXISTS = ("bunkaiten-01",), ("bunkaiten-05",)
BETWEEN_ENDS, WITH_PROVIDER = ("4.3-1a1-03",), ("4.3-1a1-07",)
PLAN = "plan:document 2"


@dataclass(frozen=True, kw_only=True, slots=True)
class Scenario:
    """What a hospital's scenario on one cloud calls its things."""

    cloud: str
    """What its types begin with."""
    unread: str
    """A type that crosses and that nobody reads."""
    referral: str
    tunnel: str
    """The point between the hospital and a clinic, on lines that they configure themselves."""
    images: str
    line: str
    """The point between the ends, on a provider's network."""
    joint: str
    """The point between the hospital and the provider."""
    is_joint_named: bool = False
    """Whether `images` is also implemented by it, since nothing can mark it."""


def all_of(scenario: Scenario) -> Iterator[Contradiction]:
    """Yield every contradiction of what documents `scenario` gives, and what they hold."""
    yield from _of_types(scenario)
    also = EXISTS if scenario.is_joint_named else ()
    for requirements, others, name, subject, index, thing in (
        (EXISTS, (), "demarcation point", scenario.referral, 0, scenario.tunnel),
        (BETWEEN_ENDS, (), "demarcation point on the provider's network", scenario.images, 0, scenario.line),
        (WITH_PROVIDER, also, "demarcation point with the provider", scenario.images, 1, scenario.joint),
    ):
        _, section, called = subject.split("/")
        point = [section, called, "demarcationPoints", index, "at"]
        yield contradiction(
            f"{name} of which the declaration has another name",
            declare(point, f"terraform:{scenario.cloud}_other.midori"),
            said(requirements, "thing_not_found", subject),
        )
        yield contradiction(
            f"{name} in a manifest, and none was given",
            declare(point, "kubernetes:renkei/Service/midori"),
            said(requirements, "nothing_to_look_in", subject),
        )
        yield contradiction(
            f"{name} not among the targets that the plan was made for",
            target_others(thing),
            said((*requirements, *others), "plan_incomplete", subject),
        )
    yield contradiction(
        "pattern that fits nothing",
        join(["exchanges", "images", "implementedBy"], f"terraform:{scenario.cloud}_other.*"),
        said(EXISTS, "thing_not_found", scenario.images),
    )


def _of_types(scenario: Scenario) -> Iterator[Contradiction]:
    new = f"{scenario.cloud}_newest_service.new"
    yield contradiction(
        "type that nobody has sorted", add(new, {"name": "new"}), said(DECLARED, "types_not_sorted", PLAN)
    )
    yield contradiction(
        "type that nobody has sorted, gone after apply", add(new, {"name": "new"}, actions=["delete"])
    )
    yield contradiction(
        "type that crosses and that nobody reads",
        add(f"{scenario.unread}.new", {"name": "new"}),
        said(DECLARED, "type_not_read", f"terraform:{scenario.unread}.new"),
    )
    yield contradiction(
        "provider that nobody reads",
        add("nifcloud_vpn_gateway.new", {"name": "new"}, maker="registry.terraform.io/nifcloud/nifcloud"),
        said(DECLARED, "provider_not_read", PLAN),
    )
    yield contradiction(
        "provider of another maker, its types called alike",
        add(new, {"name": "new"}, maker=f"registry.terraform.io/elsewhere/{scenario.cloud}"),
        said(DECLARED, "provider_not_read", PLAN),
    )
