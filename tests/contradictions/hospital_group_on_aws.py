"""What can go wrong in a hospital group's stack on AWS: fixtures/scenarios/hospital-group-on-aws."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from contradictions import plans
from contradictions.case import Contradiction, contradiction, said
from contradictions.edits import act, add, both, declare, drop, join, late, put, tag, text, untag

SCENARIO = "hospital-group-on-aws"

REFERRAL = "aoba-group/exchanges/referral"
IMAGES = "aoba-group/exchanges/images"
ARCHIVE = "aoba-group/externalStorage/archive"
NIGHT_DUTY = "aoba-group/telework/night-duty"
PACS = "aoba-group/remoteMaintenance/pacs"
READING = "aoba-group/entrustedWork/reading"

MIDORI = 'module.line["midori"]'
STRANGER = "999988887777"

PEERS, PROVIDED, ROUTERS = ("4.3-1a2-08",), ("4.3-1a1-06",), ("4.3-1a1-02",)
BEGINS, ENDS, METHOD = ("4.3-1b1-01",), ("4.3-1b1-02",), ("4.3-1b1-03",)
SHARING = ("4.3-1c-04", "4.3-1c-05")
STAFF, LINES, DOORS = ("4.3-2a-03",), ("4.3-2a-06",), ("4.3-2a-07",)
READS, WRITES = ("4.3-2b-02",), ("4.3-2b-03",)
KEPT = ("4.3-3-03",)
DECLARED, HOLDS, EXISTS, ONE = ("bunkaiten-01",), ("bunkaiten-04",), ("bunkaiten-05",), ("bunkaiten-06",)

# each spelling of a rule that lets out: address, path to the network in it, and where it is version 6
EGRESS = {
    "in a block": ("aws_security_group.portal", ("egress", 0, "cidr_blocks", 0), False),
    "in a block for IPv6": ("aws_security_group.portal", ("egress", 0, "ipv6_cidr_blocks", 0), True),
    "alone": ('aws_vpc_security_group_egress_rule.sender["midori"]', ("cidr_ipv4",), False),
    "alone for IPv6": ("aws_vpc_security_group_egress_rule.sender_v6", ("cidr_ipv6",), True),
    "as it used to be": ("aws_security_group_rule.notice", ("cidr_blocks", 0), False),
    "as it used to be for IPv6": ("aws_security_group_rule.notice", ("ipv6_cidr_blocks", 0), True),
}
DOCUMENT = "data.aws_iam_policy_document.archive"
CLINIC = ("statement", 1, "principals", 0, "identifiers")
OPEN_RULE = {
    "security_group_id": "sg-0123456789abcdef0",
    "type": "ingress",
    "protocol": "tcp",
    "from_port": 22,
    "to_port": 22,
    "cidr_blocks": ["0.0.0.0/0"],
}
DX, LAID = "aws_dx_connection.images", "aws_dx_private_virtual_interface.images"
PROPOSAL = "aws_dx_gateway_association_proposal.images"
OWNER = "bunkaiten:operated-by"
WAY = ("exchanges", "referral", "encryption")
VERSIONED = {"bucket": "aoba-reading", "versioning_configuration": [{"status": "Enabled"}]}


def all_of_them() -> Iterator[Contradiction]:
    """Yield every contradiction, with names of their own."""
    return chain(
        plans.all_of(
            plans.Scenario(
                cloud="aws",
                unread="aws_workspaces_workspace",
                referral=REFERRAL,
                tunnel=f"{MIDORI}.aws_vpn_connection.this",
                images=IMAGES,
                line=LAID,
                joint=PROPOSAL,
            )
        ),
        _of_peers(),
        _of_the_providers_line(),
        _of_what_listens_on_the_line(),
        _of_tunnels(),
        _of_what_listens(),
        _of_what_sends(),
        _of_stores(),
        _of_databases(),
        _of_access(),
        _of_entrances(),
        _of_time(),
        _of_crossings(),
        _of_what_leads_elsewhere(),
        _of_claims(),
        _of_shared_things(),
    )


def _of_peers() -> Iterator[Contradiction]:
    router = f"{MIDORI}.aws_customer_gateway.this"
    yield contradiction(
        "tunnel to a stranger",
        put(router, ["ip_address"], "192.0.2.99"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "tunnel to somebody not yet known",
        late(router, ["ip_address"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "route to another network",
        put(f"{MIDORI}.aws_vpn_connection_route.this", ["destination_cidr_block"], "192.0.2.0/24"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    for spelling, (address, path, is_v6) in EGRESS.items():
        everybody = "::/0" if is_v6 else "0.0.0.0/0"
        yield contradiction(
            f"out to everybody, {spelling}",
            put(address, path, everybody),
            said(PEERS, "observed_anybody", REFERRAL),
        )
        yield contradiction(
            f"out to a stranger, {spelling}",
            put(address, path, "2001:db8:99::/48" if is_v6 else "192.0.2.0/24"),
            said(PEERS, "observed_stranger", REFERRAL),
        )
        yield contradiction(
            f"out to half of everybody, {spelling}",
            put(address, path, "8000::/1" if is_v6 else "128.0.0.0/1"),
            said(PEERS, "observed_stranger", REFERRAL),
        )
        yield contradiction(
            f"out to somebody not yet known, {spelling}",
            late(address, path),
            said(PEERS, "observed_peer_unknown", REFERRAL),
        )
    yield contradiction(
        "in from everybody",
        put("aws_security_group.portal", ["ingress", 0, "cidr_blocks", 0], "0.0.0.0/0"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "network of a destination no longer declared",
        drop(["parties", "sakura", "identifiedBy", "networks"], "198.51.100.96/28"),
        # ingress of the portal, egress of the notices and of the sender, route over the tunnel
        said(PEERS, "observed_stranger", REFERRAL, times=4),
    )
    yield contradiction(
        "destination of which nothing is declared",
        declare(["parties", "midori", "identifiedBy"], {"awsAccounts": ["222233334444"]}),
        said(PEERS, "observed_stranger", REFERRAL, times=9),
        # the router at the end of the provider's line, and the rule that lets out
        said(PROVIDED, "observed_stranger", IMAGES, times=2),
    )


def _of_the_providers_line() -> Iterator[Contradiction]:
    for mode, code in (
        ("no_encrypt", "observed_line_unencrypted"),
        ("should_encrypt", "observed_line_unknown"),
    ):
        yield contradiction(
            f"provider's line with {mode}",
            put(DX, ["encryption_mode"], mode),
            # the line, and the virtual interface on it
            said(HOLDS, code, IMAGES, times=2),
        )
    yield contradiction(
        "virtual interface that the hospital configures",
        tag(LAID, OWNER, "aoba"),
        said(ROUTERS, "observed_own_router", IMAGES),
    )
    yield contradiction(
        "virtual interface that somebody undeclared configures",
        tag(LAID, OWNER, "gone"),
        said(ROUTERS, "observed_operator_unknown", IMAGES),
        said(DECLARED, "marker_names_nothing", f"terraform:{LAID}"),
    )
    yield contradiction(
        "gateway joined to another's than the provider's",
        put(PROPOSAL, ["dx_gateway_owner_account_id"], STRANGER),
        said(ROUTERS, "observed_own_router", IMAGES),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    yield contradiction(
        "gateway joined to nobody yet known",
        late(PROPOSAL, ["dx_gateway_owner_account_id"]),
        said(ROUTERS, "observed_joint_unknown", IMAGES),
        said(PROVIDED, "observed_peer_unknown", IMAGES),
    )
    yield contradiction(
        "tunnel of the hospital's own beside the line",
        tag(f"{MIDORI}.aws_vpn_connection.this", "bunkaiten:exchange", "referral images"),
        # the tunnel, and the route over it
        said(ROUTERS, "observed_own_router", IMAGES, times=2),
    )
    yield contradiction(
        "router of a stranger at the other end of the line",
        put(LAID, ["customer_address"], "192.0.2.65/30"),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    rule = "aws_vpc_security_group_egress_rule.images"
    for name, network, code in (
        ("a stranger", "192.0.2.0/24", "observed_stranger"),
        ("everybody", "0.0.0.0/0", "observed_anybody"),
    ):
        yield contradiction(
            f"images let out to {name}", put(rule, ["cidr_ipv4"], network), said(PROVIDED, code, IMAGES)
        )
    yield contradiction(
        "images let out to somebody not yet known",
        late(rule, ["cidr_ipv4"]),
        said(PROVIDED, "observed_peer_unknown", IMAGES),
    )
    yield contradiction(
        "network of the clinic declared to be the maintainer's too",
        join(["parties", "medifix", "identifiedBy", "networks"], "198.51.100.64/28"),
        # into and out of the portal, out of the sender, over the tunnel
        said(PEERS, "observed_peer_ambiguous", REFERRAL, times=4),
        # the router at the end of the line, and the rule that lets out
        said(PROVIDED, "observed_peer_ambiguous", IMAGES, times=2),
    )


def _of_what_listens_on_the_line() -> Iterator[Contradiction]:
    images = {"tags": {"bunkaiten:exchange": "images"}}
    yield contradiction(
        "listener in plain text on the provider's network",
        add(
            "aws_elb.new",
            {"internal": False, "listener": [{**_listener, "lb_protocol": "http"}], "name": "new", **images},
        ),
        said(METHOD, "observed_plaintext", IMAGES),
    )
    yield contradiction(
        "listener on the provider's network of which the protocol is not yet known",
        add("aws_lb_listener.new", {"load_balancer_arn": "arn:aws:x", **images}, open_at=["protocol"]),
        said(METHOD, "observed_encryption_unknown", IMAGES),
    )


def _of_tunnels() -> Iterator[Contradiction]:
    tunnel = f"{MIDORI}.aws_vpn_connection.this"
    versions = ["tunnel1_ike_versions"], ["tunnel2_ike_versions"]
    yield contradiction(
        "old version of IKE alone",
        both(*(put(tunnel, each, ["ikev1"]) for each in versions)),
        said(METHOD, "observed_old_key_exchange", REFERRAL),
    )
    yield contradiction(
        "old version of IKE too",
        put(tunnel, versions[1], ["ikev1", "ikev2"]),
        said(METHOD, "observed_key_exchange_open", REFERRAL),
    )
    yield contradiction(
        "version of IKE not yet known",
        late(tunnel, versions[0]),
        said(METHOD, "observed_key_exchange_open", REFERRAL),
    )
    yield contradiction(
        "TLS alone declared", declare([*WAY, "method"], {"protocol": "TLS 1.3", "algorithm": "AES-256-GCM"})
    )
    yield contradiction(
        "SSH alone declared",
        declare([*WAY, "method"], {"protocol": "SSH 2", "algorithm": "AES-256-GCM"}),
        # the portal, and the notices of arrivals
        said(METHOD, "observed_other_method", REFERRAL, times=2),
    )


def _of_what_listens() -> Iterator[Contradiction]:
    listener, balancer = "aws_lb_listener.portal", "aws_lb.portal"
    yield contradiction(
        "listener in plain text",
        put(listener, ["protocol"], "HTTP"),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "TLS ended at what the provider operates",
        tag(balancer, "bunkaiten:operated-by", "shinshu-net"),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "TLS ended at what somebody operates with whom nothing is agreed",
        tag(balancer, "bunkaiten:operated-by", "hikari"),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "TLS ended at what somebody operates for the hospital under an agreement",
        tag(balancer, "bunkaiten:operated-by", "kura"),
    )
    yield contradiction(
        "TLS ended at what somebody undeclared operates",
        tag(balancer, "bunkaiten:operated-by", "gone"),
        said(ENDS, "observed_operator_unknown", REFERRAL),
        said(DECLARED, "marker_names_nothing", "terraform:aws_lb.portal"),
    )
    yield contradiction(
        "old protocols accepted",
        put(listener, ["ssl_policy"], "ELBSecurityPolicy-2016-08"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "policy of TLS chosen by nobody",
        put(listener, ["ssl_policy"], None),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "policy of TLS not yet known",
        late(listener, ["ssl_policy"]),
        said(METHOD, "observed_protocol_unknown", REFERRAL),
    )
    yield contradiction(
        "protocol not yet known",
        late(listener, ["protocol"]),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )

    yield contradiction(
        "listener of the provider's of which nobody knows yet whether it decrypts",
        add(
            "aws_lb_listener.new",
            {
                "load_balancer_arn": "arn:aws:x",
                "port": 8443,
                "tags": {"bunkaiten:exchange": "referral", OWNER: "shinshu-net"},
            },
            open_at=["protocol"],
        ),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
        said(ENDS, "observed_decryption_unknown", REFERRAL),
    )


def _of_what_sends() -> Iterator[Contradiction]:
    calls = "aws_sns_topic_subscription.arrivals"
    yield contradiction(
        "notices in plain text",
        put(calls, ["endpoint"], "http://uketsuke.midori-clinic.example/arrivals"),
        said(BEGINS, "observed_plain_sending", REFERRAL),
    )
    yield contradiction(
        "notices to a stranger",
        put(calls, ["endpoint"], "https://hooks.elsewhere.example/arrivals"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "notices to nobody yet known",
        late(calls, ["endpoint"]),
        said(BEGINS, "observed_sending_unknown", REFERRAL),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )


def _of_stores() -> Iterator[Contradiction]:
    policy, snapshot = "aws_s3_bucket_policy.reading", "aws_db_snapshot.index"
    yield contradiction(
        "policy in a document that names another account",
        put(DOCUMENT, [*CLINIC, 0], f"arn:aws:iam::{STRANGER}:root"),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "policy in a document that names somebody not yet known",
        late(DOCUMENT, [*CLINIC, 0]),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
    )
    yield contradiction(
        "policy in a text that names another account",
        text(policy, "policy", _principal({"AWS": STRANGER})),
        said(HOLDS, "observed_other_reader", READING),
    )
    yield contradiction(
        "bucket made public",
        text(policy, "policy", _principal("*")),
        said(HOLDS, "observed_public_store", READING),
        said(HOLDS, "observed_other_reader", READING),
    )
    yield contradiction(
        "policy not yet known",
        late(policy, ["policy"]),
        said(HOLDS, "observed_store_unknown", READING),
        said(HOLDS, "observed_reader_unknown", READING),
    )
    yield contradiction(
        "policy that would open the archive to everybody, were that not blocked",
        put(DOCUMENT, [*CLINIC, 0], "*"),
    )
    yield contradiction(
        "archive no longer kept from everybody by its switches, and its policy opens it to nobody",
        put("aws_s3_bucket_public_access_block.archive", ["restrict_public_buckets"], value=False),
    )
    yield contradiction(
        "snapshot shared",
        put(snapshot, ["shared_accounts"], [STRANGER]),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "snapshot made public",
        put(snapshot, ["shared_accounts"], ["all"]),
        said(SHARING, "observed_reader", ARCHIVE),
        said(HOLDS, "observed_public_store", ARCHIVE),
    )
    yield contradiction(
        "snapshot shared with somebody not yet known",
        late(snapshot, ["shared_accounts"]),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
        said(HOLDS, "observed_store_unknown", ARCHIVE),
    )
    yield contradiction(
        "copy in another region",
        put("aws_s3_bucket.archive_copy", ["region"], "ap-northeast-3"),
        # the bucket, and what is copied into it
        said(HOLDS, "observed_elsewhere", ARCHIVE, times=2),
    )
    yield contradiction(
        "copy to another account",
        put(
            "aws_s3_bucket_replication_configuration.archive",
            ["rule", 0, "destination", 0, "account"],
            STRANGER,
        ),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "copy to a bucket of which nothing is known",
        put(
            "aws_s3_bucket_replication_configuration.archive",
            ["rule", 0, "destination", 0, "bucket"],
            "arn:aws:s3:::elsewhere",
        ),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
        said(HOLDS, "observed_store_unknown", ARCHIVE),
    )
    yield contradiction(
        "another region declared",
        declare(["externalStorage", "archive", "location", "region"], "ap-northeast-3"),
        # two buckets, what is copied, the database, its backups and its snapshot
        said(HOLDS, "observed_elsewhere", ARCHIVE, times=6),
    )
    yield contradiction(
        "another country declared",
        declare(["entrustedWork", "reading", "temporaryStorage", "location"], {"country": "SG"}),
        said(HOLDS, "observed_elsewhere", READING),
    )
    yield contradiction(
        "store in another custodian's account",
        tag("aws_s3_bucket.archive_copy", "bunkaiten:operated-by", "hikari"),
        said(HOLDS, "observed_other_custodian", ARCHIVE),
    )
    yield contradiction(
        "clinic no longer declared to share",
        declare(["externalStorage", "archive", "sharedWith"], ["sakura"]),
        said(SHARING, "observed_reader", ARCHIVE),
        # and the other clinic has agreed to nothing
        said(("4.3-1c-04",), "matter_not_settled", ARCHIVE),
        said(("4.3-1c-06",), "no_agreement", ARCHIVE),
    )
    yield contradiction(
        "contractor changed in the declaration",
        declare(["entrustedWork", "reading", "contractor"], "medifix"),
        said(HOLDS, "observed_other_reader", READING),
        said(("4.3-3-02",), "contractor_of_another_role", READING),
    )


def _of_databases() -> Iterator[Contradiction]:
    index = "aws_db_instance.index"
    yield contradiction(
        "database on the internet, of which no rule is shown",
        put(index, ["publicly_accessible"], value=True),
        said(HOLDS, "observed_entry_unknown", ARCHIVE),
    )
    rule = {"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["0.0.0.0/0"]}
    yield contradiction(
        "rule that opens the archive's database to everybody",
        add(
            "aws_security_group.new",
            {"ingress": [rule], "egress": [], "tags": {"bunkaiten:external-storage": "archive"}},
        ),
        said(HOLDS, "observed_open_door", ARCHIVE),
    )


def _of_access() -> Iterator[Contradiction]:
    desk, pacs = "aws_vpc_security_group_ingress_rule.viewer", "aws_vpc_security_group_ingress_rule.pacs"
    attachment, role, session = (
        "aws_iam_role_policy_attachment.vendor",
        "aws_iam_role.vendor",
        "aws_ssm_document.vendor",
    )
    yield contradiction(
        "telework over a line that is not listed",
        drop(["telework", "night-duty", "media"], "internet"),
        # the client VPN and whom it lets in
        said(LINES, "observed_line", NIGHT_DUTY, times=2),
    )
    for everybody in ("0.0.0.0/0", "128.0.0.0/1"):
        yield contradiction(
            f"SSH open to {everybody} under telework",
            put(desk, ["cidr_ipv4"], everybody),
            said(DOORS, "observed_open_door", NIGHT_DUTY),
        )
    yield contradiction(
        "SSH open to the world under maintenance",
        put(pacs, ["cidr_ipv4"], "0.0.0.0/0"),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "SSH open to half of the world under maintenance",
        put(pacs, ["cidr_ipv4"], "128.0.0.0/1"),
        said(READS, "observed_open_door", PACS),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "SSH open to a stranger under maintenance",
        put(pacs, ["cidr_ipv4"], "192.0.2.0/24"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "SSH open to somebody not yet known under maintenance",
        late(pacs, ["cidr_ipv4"]),
        said(READS, "observed_entry_unknown", PACS),
    )
    yield contradiction(
        "SSH open to somebody not yet known under telework",
        late(desk, ["cidr_ipv4"]),
        said(DOORS, "observed_entry_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "vendor that may do everything",
        put(attachment, ["policy_arn"], "arn:aws:iam::aws:policy/AdministratorAccess"),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "vendor whose own policy allows everything",
        text(
            "aws_iam_role_policy.vendor", "policy", lambda policy: policy["Statement"][0].update(Action="*")
        ),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "vendor of whom nobody knows yet what it may do",
        late(attachment, ["policy_arn"]),
        said([*READS, *WRITES], "observed_rights_unknown", PACS),
        # it may let sessions in, too
        said(READS, "observed_entry_unknown", PACS),
    )
    yield contradiction(
        "vendor that may write where nothing may be written",
        declare(["remoteMaintenance", "pacs", "accessControl", "writing"], "none"),
        said(WRITES, "observed_rights", PACS),
    )
    yield contradiction(
        "role that a stranger may take on",
        text(role, "assume_role_policy", _principal({"AWS": f"arn:aws:iam::{STRANGER}:root"})),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "role that anybody may take on",
        text(role, "assume_role_policy", _principal({"AWS": "*"})),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "role whose policy is not yet known",
        late(role, ["assume_role_policy"]),
        said(READS, "observed_entry_unknown", PACS),
    )
    yield contradiction(
        "maintainer changed in the declaration",
        declare(["remoteMaintenance", "pacs", "maintainer"], "hikari"),
        # whoever takes on the role, and whoever comes over SSH
        said(READS, "observed_stranger_in", PACS, times=2),
    )
    yield contradiction(
        "sessions that leave no record",
        text(session, "content", lambda content: content["inputs"].update(cloudWatchLogGroupName="")),
        # the sessions, and the machine that they lead to
        said(WRITES, "observed_no_log", PACS, times=2),
    )
    yield contradiction(
        "sessions of which it is not yet known whether they are recorded",
        late(session, ["content"]),
        said(WRITES, "observed_log_unknown", PACS, times=2),
    )


def _of_entrances() -> Iterator[Contradiction]:
    yield contradiction(
        "telework of which nothing is recorded",
        put("aws_ec2_client_vpn_endpoint.night_duty", ["connection_log_options", 0, "enabled"], value=False),
        # the client VPN and whom it lets in
        said(DOORS, "observed_no_log", NIGHT_DUTY, times=2),
    )
    https = {"protocol": "tcp", "from_port": 443, "to_port": 443}
    api = {"protocol_type": "HTTP", "target": "arn:aws:lambda:ap-northeast-1:111122223333:function:viewer"}
    for marker, requirements, strangers, subject in (
        ({"bunkaiten:telework": "night-duty"}, DOORS, STAFF, NIGHT_DUTY),
        ({"bunkaiten:remote-maintenance": "pacs"}, READS, READS, PACS),
        ({"bunkaiten:external-storage": "archive"}, HOLDS, (), ARCHIVE),
    ):
        yield contradiction(
            f"calls without a login, of {subject}",
            add("aws_apigatewayv2_api.new", {**api, "tags": marker}),
            said(requirements, "observed_no_authentication", subject),
        )
        if strangers:
            yield contradiction(
                f"HTTPS open to somebody not yet known, of {subject}",
                add(
                    "aws_security_group.new",
                    {"ingress": [https], "egress": [], "tags": marker},
                    open_at=["ingress", 0, "cidr_blocks"],
                ),
                said(strangers, "observed_stranger_unknown", subject),
            )


def _of_time() -> Iterator[Contradiction]:
    rules = "aws_s3_bucket_lifecycle_configuration.reading"
    yield contradiction(
        "kept too long",
        put(rules, ["rule", 0, "expiration", 0, "days"], 60),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for ever, the rule switched off",
        put(rules, ["rule", 0, "status"], "Disabled"),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for ever, the rule deleted",
        act(rules, "delete"),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for ever, but for a part",
        put(rules, ["rule", 0, "filter", 0, "prefix"], "work/"),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for ever as old versions",
        add("aws_s3_bucket_versioning.reading", VERSIONED),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for nobody knows yet how long",
        late(rules, ["rule", 0, "expiration", 0, "days"]),
        said(KEPT, "observed_retention_unknown", READING),
    )
    yield contradiction(
        "declared to be kept for a week",
        declare(["entrustedWork", "reading", "temporaryStorage", "retention"], "P7D"),
        said(KEPT, "observed_retention_longer", READING),
    )


def _of_crossings() -> Iterator[Contradiction]:
    tunnel = f"{MIDORI}.aws_vpn_connection.this"
    yield contradiction(
        "load balancer that nobody declared",
        add("aws_elb.old", {"internal": False, "listener": [_listener], "name": "old", "tags": None}),
        said(DECLARED, "crossing_undeclared", "terraform:aws_elb.old"),
    )
    yield contradiction(
        "peering that nobody declared",
        add(
            "aws_vpc_peering_connection.new",
            {"peer_owner_id": STRANGER, "vpc_id": "vpc-0", "peer_vpc_id": "vpc-1"},
        ),
        said(DECLARED, "crossing_undeclared", "terraform:aws_vpc_peering_connection.new"),
    )
    yield contradiction(
        "listener of a load balancer that no plan shows",
        add("aws_lb_listener.new", {"load_balancer_arn": "arn:aws:x", "port": 80, "protocol": "HTTP"}),
        said(DECLARED, "crossing_unknown", "terraform:aws_lb_listener.new"),
    )
    yield contradiction(
        "machine image given to somebody whom nobody declared",
        add("aws_ami_launch_permission.new", {"image_id": "ami-0", "account_id": STRANGER}),
        said(DECLARED, "crossing_undeclared", "terraform:aws_ami_launch_permission.new"),
    )
    yield contradiction(
        "door that nobody declared",
        add("aws_security_group_rule.new", OPEN_RULE),
        said(DECLARED, "crossing_undeclared", "terraform:aws_security_group_rule.new"),
    )
    yield contradiction(
        "door that nobody declared, and that is gone after apply",
        add("aws_security_group_rule.new", OPEN_RULE, actions=["delete"]),
    )
    yield contradiction(
        "marker that names nothing",
        tag("aws_s3_bucket.archive_copy", "bunkaiten:external-storage", "archives"),
        said(DECLARED, "marker_names_nothing", "terraform:aws_s3_bucket.archive_copy"),
    )
    yield contradiction(
        "marker that names nothing, on what crosses",
        tag("aws_lb.portal", "bunkaiten:exchange", "referals"),
        said(DECLARED, "marker_names_nothing", "terraform:aws_lb.portal"),
        said(
            DECLARED,
            "crossing_undeclared",
            "terraform:aws_lb_listener.portal",
            "terraform:aws_security_group.portal",
        ),
    )
    yield contradiction(
        "demarcation point deleted",
        act(tunnel, "delete"),
        said(EXISTS, "thing_not_found", REFERRAL),
    )
    yield contradiction("demarcation point made anew", act(tunnel, "delete", "create"))
    yield contradiction("demarcation point left as it is", act(tunnel, "no-op"))
    yield contradiction(
        "demarcation point renamed in the declaration",
        declare(
            ["exchanges", "referral", "demarcationPoints", 0, "at"], "terraform:aws_vpn_connection.midori"
        ),
        said(EXISTS, "thing_not_found", REFERRAL),
    )


def _of_what_leads_elsewhere() -> Iterator[Contradiction]:
    storage, duty = {"bunkaiten:external-storage": "archive"}, {"bunkaiten:telework": "night-duty"}
    group, out = "aws_security_group.new", {"protocol": "tcp", "from_port": 443, "to_port": 443}
    for name, network, marker, code in (
        ("store lets out to a stranger", "192.0.2.0/24", storage, "crossing_beyond"),
        ("telework lets out to everybody", "0.0.0.0/0", duty, "open_way_out"),
        ("store lets out to half of everybody", "128.0.0.0/1", storage, "open_way_out"),
    ):
        yield contradiction(
            name,
            add(group, {"ingress": [], "egress": [{**out, "cidr_blocks": [network]}], "tags": marker}),
            said(DECLARED, code, f"terraform:{group}"),
        )
    yield contradiction(
        "store lets out to nobody yet known",
        add(group, {"ingress": [], "egress": [out], "tags": storage}, open_at=["egress", 0, "cidr_blocks"]),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{group}"),
    )
    yield contradiction(
        "user with keys that last, where only a store is",
        add("aws_iam_user.new", {"name": "new", "tags": storage}),
        said(DECLARED, "entrance_undeclared", "terraform:aws_iam_user.new"),
    )
    for marker, requirements, subject in (
        ({"bunkaiten:exchange": "referral"}, PEERS, REFERRAL),
        ({"bunkaiten:exchange": "images"}, PROVIDED, IMAGES),
        (storage, HOLDS, ARCHIVE),
    ):
        yield contradiction(
            f"type that nobody reads, and a marker alone, of {subject}",
            add("aws_workspaces_workspace.new", {"tags": marker}),
            said(requirements, "observed_type_by_pattern", subject),
        )


def _of_shared_things() -> Iterator[Contradiction]:
    rules = "aws_security_group.portal"
    maintained = tag(rules, "bunkaiten:remote-maintenance", "pacs")
    yield contradiction(
        "rules of two exchanges", declare(["exchanges", "images", "implementedBy"], [f"terraform:{rules}"])
    )
    yield contradiction("rules of an exchange and a maintenance", maintained)
    yield contradiction(
        "rules of an exchange and a maintenance, and one for a stranger",
        both(maintained, put(rules, ["ingress", 0, "cidr_blocks", 0], "192.0.2.99/32")),
        said(PEERS, "observed_stranger", REFERRAL),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "rules of an exchange and a telework",
        join(["telework", "night-duty", "implementedBy"], f"terraform:{rules}"),
    )


def _of_claims() -> Iterator[Contradiction]:
    yield contradiction(
        "way in of two, one by reference and one by marker",
        tag("aws_instance.pacs", "bunkaiten:telework", "night-duty"),
        said(ONE, "claimed_by_two", NIGHT_DUTY, PACS),
        # whose people come over SSH is known
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "way in of two, both by reference",
        join(["telework", "night-duty", "implementedBy"], "terraform:aws_instance.pacs"),
        said(ONE, "named_by_two", NIGHT_DUTY, PACS),
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "store of two, one by reference and one by marker",
        join(["externalStorage", "archive", "implementedBy"], "terraform:aws_s3_bucket.reading"),
        said(ONE, "claimed_by_two", ARCHIVE, READING),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "store of two, both by marker",
        tag("aws_s3_bucket.reading", "bunkaiten:external-storage", "archive"),
        said(ONE, "claimed_by_two", ARCHIVE, READING),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "work of which nothing is marked any more",
        untag("aws_s3_bucket.reading", "bunkaiten:entrusted-work"),
        said(EXISTS, "nothing_compared", READING),
        said(DECLARED, "crossing_undeclared", "terraform:aws_s3_bucket_policy.reading"),
    )
    yield contradiction(
        "line of an exchange that telework uses too",
        join(["telework", "night-duty", "implementedBy"], "terraform:aws_instance.sender"),
    )


_listener = {"instance_port": 8443, "instance_protocol": "https", "lb_port": 443, "lb_protocol": "https"}


def _principal(written: object) -> Callable[[Any], None]:
    return lambda policy: policy["Statement"][0].update(Principal=written)
