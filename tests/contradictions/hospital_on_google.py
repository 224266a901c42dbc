"""What can go wrong in a hospital's stack on Google Cloud: fixtures/scenarios/hospital-on-google."""

from collections.abc import Iterator
from itertools import chain

from contradictions import plans
from contradictions.case import Contradiction, contradiction, said
from contradictions.edits import act, add, both, declare, drop, join, late, put, tag, untag

SCENARIO = "hospital-on-google"

REFERRAL = "aoba-group/exchanges/referral"
IMAGES = "aoba-group/exchanges/images"
ARCHIVE = "aoba-group/externalStorage/archive"
NIGHT_DUTY = "aoba-group/telework/night-duty"
PACS = "aoba-group/remoteMaintenance/pacs"
READING = "aoba-group/entrustedWork/reading"

MIDORI = 'module.line["midori"]'
STRANGER = "stranger-project"

PEERS, PROVIDED, ROUTERS = ("4.3-1a2-08",), ("4.3-1a1-06",), ("4.3-1a1-02",)
BEGINS, ENDS, METHOD = ("4.3-1b1-01",), ("4.3-1b1-02",), ("4.3-1b1-03",)
SHARING = ("4.3-1c-04", "4.3-1c-05")
STAFF, LINES, DOORS = ("4.3-2a-03",), ("4.3-2a-06",), ("4.3-2a-07",)
READS, WRITES = ("4.3-2b-02",), ("4.3-2b-03",)
KEPT = ("4.3-3-03",)
DECLARED, HOLDS, EXISTS, ONE = ("bunkaiten-01",), ("bunkaiten-04",), ("bunkaiten-05",), ("bunkaiten-06",)

PORTAL = "google_compute_global_forwarding_rule.portal"
EGRESS = 'google_compute_firewall.to_clinics["midori"]'
AGENTS = "gcp-sa-healthcare.iam.gserviceaccount.com"
TUNNEL = f"{MIDORI}.google_compute_vpn_tunnel.this"
LINE, LAID = "google_compute_interconnect.images", "google_compute_interconnect_attachment.images"
JOINT, OUT = "google_compute_network_peering.images", "google_compute_firewall.images"
DORMITORY = "google_compute_firewall.dormitory"
WAY = ("exchanges", "referral", "encryption")
LABELS = ("labels", "effective_labels", "terraform_labels")


def all_of_them() -> Iterator[Contradiction]:
    """Yield every contradiction, with names of their own."""
    return chain(
        plans.all_of(
            plans.Scenario(
                cloud="google",
                unread="google_spanner_instance",
                referral=REFERRAL,
                tunnel=TUNNEL,
                images=IMAGES,
                line=LAID,
                joint=JOINT,
                is_joint_named=True,
            )
        ),
        _of_peers(),
        _of_the_providers_line(),
        _of_what_listens_on_the_line(),
        _of_tunnels(),
        _of_what_listens(),
        _of_stores(),
        _of_databases(),
        _of_access(),
        _of_the_dormitory(),
        _of_time(),
        _of_what_leads_elsewhere(),
        _of_claims(),
    )


def _account(project: str) -> str:
    return f"serviceAccount:viewer@{project}.iam.gserviceaccount.com"


def _of_peers() -> Iterator[Contradiction]:
    router, address = f"{MIDORI}.google_compute_external_vpn_gateway.this", ["interface", 0, "ip_address"]
    tunnel = f"{MIDORI}.google_compute_vpn_tunnel.this"
    learned = ["custom_learned_ip_ranges", 0, "range"]
    yield contradiction(
        "tunnel to a stranger",
        put(router, address, "192.0.2.99"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "tunnel to somebody not yet known",
        late(router, address),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "network of a stranger behind a tunnel",
        put(f"{MIDORI}.google_compute_router_peer.this", learned, "192.0.2.0/24"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "everything behind a tunnel",
        put(f"{MIDORI}.google_compute_router_peer.this", learned, "0.0.0.0/0"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    for name, networks, code in (
        ("a stranger", ["192.0.2.0/24"], "observed_stranger"),
        ("everybody", ["0.0.0.0/0"], "observed_anybody"),
        ("everybody, where no destination is written", [], "observed_anybody"),
        ("everybody beside the clinic", ["198.51.100.64/28", "0.0.0.0/0"], "observed_anybody"),
    ):
        yield contradiction(
            f"out to {name}",
            put(EGRESS, ["destination_ranges"], networks),
            said(PEERS, code, REFERRAL),
        )
    yield contradiction(
        "out to a set of which one member is not yet known",
        late(EGRESS, ["destination_ranges"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction("rule switched off", put(EGRESS, ["disabled"], value=True))
    yield contradiction(
        "rule that lets in from everybody, its direction not written",
        put(EGRESS, ["direction"], None),
        # destinations are of no use to what comes in
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "network of a destination no longer declared",
        drop(["parties", "sakura", "identifiedBy", "networks"], "198.51.100.96/28"),
        # out by the firewall, behind the tunnel
        said(PEERS, "observed_stranger", REFERRAL, times=2),
    )
    yield contradiction(
        "nothing kept in any more",
        act("google_compute_firewall.no_egress", "delete"),
        said(DECLARED, "crossing_undeclared", "terraform:google_compute_network.clinical"),
    )
    yield contradiction(
        "only some machines kept in",
        put("google_compute_firewall.no_egress", ["target_tags"], ["sender"]),
        said(DECLARED, "crossing_undeclared", "terraform:google_compute_network.clinical"),
    )
    yield contradiction(
        "demarcation point deleted", act(tunnel, "delete"), said(EXISTS, "thing_not_found", REFERRAL)
    )
    yield contradiction("demarcation point left as it is", act(tunnel, "no-op"))


def _of_the_providers_line() -> Iterator[Contradiction]:
    for name, change, code in (
        ("without encryption", put(LINE, ["macsec_enabled"], value=False), "observed_line_unencrypted"),
        (
            "that goes on in plain text",
            put(LINE, ["macsec", 0, "fail_open"], value=True),
            "observed_line_unknown",
        ),
        ("of which nothing is known yet", late(LINE, ["macsec_enabled"]), "observed_line_unknown"),
    ):
        # the line; the attachment on it, and the router at its end
        yield contradiction(f"provider's line {name}", change, said(HOLDS, code, IMAGES, times=3))
    for name, change, code in (
        (
            "that the hospital configures",
            tag(LAID, "bunkaiten_operated-by", "aoba", attributes=LABELS),
            "observed_own_router",
        ),
        (
            "in the hospital's project",
            put(LAID, ["project"], "aoba-emr"),
            "observed_own_router",
        ),
        (
            "in a project that nobody declared",
            put(LAID, ["project"], STRANGER),
            "observed_operator_unknown",
        ),
    ):
        # the attachment, and the router at its end
        yield contradiction(f"attachment {name}", change, said(ROUTERS, code, IMAGES, times=2))
    yield contradiction(
        "router of a stranger at the end of the line",
        put(LAID, ["candidate_customer_router_ip_address"], "192.0.2.65/30"),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    yield contradiction(
        "network joined to a stranger's",
        put(JOINT, ["peer_network"], f"projects/{STRANGER}/global/networks/main"),
        said(ROUTERS, "observed_own_router", IMAGES),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    yield contradiction(
        "network joined to nobody yet known",
        late(JOINT, ["peer_network"]),
        said(ROUTERS, "observed_joint_unknown", IMAGES),
        said(PROVIDED, "observed_peer_unknown", IMAGES),
    )
    for name, network, code in (
        ("a stranger", "192.0.2.0/24", "observed_stranger"),
        ("everybody", "0.0.0.0/0", "observed_anybody"),
    ):
        yield contradiction(
            f"images let out to {name}",
            put(OUT, ["destination_ranges", 0], network),
            said(PROVIDED, code, IMAGES),
        )
    yield contradiction(
        "network of the clinic declared to be the maintainer's too",
        join(["parties", "medifix", "identifiedBy", "networks"], "198.51.100.64/28"),
        # out by the firewall, behind the tunnel
        said(PEERS, "observed_peer_ambiguous", REFERRAL, times=2),
        # out by the firewall, the router at the end of the line
        said(PROVIDED, "observed_peer_ambiguous", IMAGES, times=2),
    )


def _of_what_listens_on_the_line() -> Iterator[Contradiction]:
    rule = {"project": "aoba-emr", "labels": {"bunkaiten_exchange": "images"}}
    yield contradiction(
        "listener in plain text on the provider's network",
        add(
            "google_compute_global_forwarding_rule.new",
            {**rule, "target": "projects/aoba-emr/global/targetHttpProxies/plain"},
        ),
        said(METHOD, "observed_plaintext", IMAGES),
    )
    yield contradiction(
        "listener on the provider's network of which the target is not yet known",
        add("google_compute_global_forwarding_rule.new", rule, open_at=["target"]),
        said(METHOD, "observed_encryption_unknown", IMAGES),
    )


def _of_tunnels() -> Iterator[Contradiction]:
    yield contradiction(
        "old version of IKE",
        put(TUNNEL, ["ike_version"], 1),
        said(METHOD, "observed_old_key_exchange", REFERRAL),
    )
    yield contradiction(
        "version of IKE not yet known",
        late(TUNNEL, ["ike_version"]),
        said(METHOD, "observed_key_exchange_open", REFERRAL),
    )
    for name, ciphers, says in (
        ("of long ago alone", ["3DES-CBC"], said(METHOD, "observed_weak_cipher", REFERRAL)),
        ("of long ago too", ["AES-GCM-16-256", "3DES-CBC"], said(METHOD, "observed_cipher_open", REFERRAL)),
        ("of today alone", ["AES-GCM-16-256"], ()),
    ):
        suite = {"phase1": [{"encryption": ["AES-GCM-16-256"]}], "phase2": [{"encryption": ciphers}]}
        yield contradiction(f"ciphers {name}", put(TUNNEL, ["cipher_suite"], [suite]), says)
    for name, left in (
        ("all ciphers", []),
        ("ciphers of one phase", [{"phase2": [{"encryption": ["AES-GCM-16-256"]}]}]),
    ):
        yield contradiction(
            f"{name} left to Google",
            put(TUNNEL, ["cipher_suite"], left),
            said(METHOD, "observed_cipher_open", REFERRAL),
        )
    yield contradiction(
        "SSH alone declared",
        declare([*WAY, "method"], {"protocol": "SSH 2", "algorithm": "AES-256-GCM"}),
        said(METHOD, "observed_other_method", REFERRAL),
    )


def _of_what_listens() -> Iterator[Contradiction]:
    policy = "google_compute_ssl_policy.portal"
    plain = {
        "name": "plain",
        "project": "aoba-emr",
        "port_range": "80",
        "target": "projects/aoba-emr/global/targetHttpProxies/plain",
        "labels": {"bunkaiten_exchange": "referral"},
    }
    yield contradiction(
        "listener in plain text",
        add("google_compute_global_forwarding_rule.plain", plain),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "listener in plain text, for one's own network",
        add(
            "google_compute_global_forwarding_rule.plain",
            {**plain, "load_balancing_scheme": "INTERNAL_MANAGED"},
        ),
    )
    yield contradiction(
        "listener of which nobody knows yet who reaches it",
        late(PORTAL, ["load_balancing_scheme"]),
    )
    yield contradiction(
        "TLS ended at what the provider operates",
        tag(PORTAL, "bunkaiten_operated-by", "shinshu-net", attributes=LABELS),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "TLS ended in the project of somebody with whom nothing is agreed",
        put(PORTAL, ["project"], "hikari-reading"),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "TLS ended in the project of somebody who does it for the hospital under an agreement",
        put(PORTAL, ["project"], "kura-archive"),
    )
    yield contradiction(
        "TLS ended in a project that nobody declared",
        put(PORTAL, ["project"], STRANGER),
        said(ENDS, "observed_operator_unknown", REFERRAL),
    )
    for version, written in (("TLS 1.0", "TLS_1_0"), ("TLS 1.1", "TLS_1_1"), ("the default", None)):
        yield contradiction(
            f"old protocols accepted, {version}",
            put(policy, ["min_tls_version"], written),
            said(METHOD, "observed_weak_protocol", REFERRAL),
        )
    yield contradiction(
        "version of TLS not yet known",
        late(policy, ["min_tls_version"]),
        said(METHOD, "observed_protocol_unknown", REFERRAL),
    )
    yield contradiction(
        "clients without a certificate let in",
        put(
            "google_network_security_server_tls_policy.clinics",
            ["mtls_policy", 0, "client_validation_mode"],
            "ALLOW_INVALID_OR_MISSING_CLIENT_CERT",
        ),
    )

    for operator, project, says in (
        ("the hospital's", "aoba-emr", ()),
        ("the provider's", "shinshu-lines", said(ENDS, "observed_decryption_unknown", REFERRAL)),
    ):
        yield contradiction(
            f"listener of {operator} of which nobody knows yet whether it decrypts",
            add(
                "google_compute_global_forwarding_rule.new",
                {"project": project, "labels": {"bunkaiten_exchange": "referral"}},
                open_at=["target"],
            ),
            said(BEGINS, "observed_encryption_unknown", REFERRAL),
            says,
        )


def _of_stores() -> Iterator[Contradiction]:
    readers, dicom = (
        "google_storage_bucket_iam_binding.archive",
        "google_healthcare_dicom_store_iam_member.midori",
    )
    yield contradiction(
        "role given to another project",
        put(readers, ["members", 1], _account(STRANGER)),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "role given to people of another organisation",
        put(readers, ["members", 1], "group:radiology@stranger.example"),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "role given to the project itself", put(readers, ["members", 1], _account("kura-archive"))
    )
    yield contradiction(
        "role given to a set of which one member is not yet known",
        late(readers, ["members"]),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
    )
    yield contradiction(
        "role that would open the archive to everybody, were that not prevented",
        put(readers, ["members", 1], "allUsers"),
    )
    yield contradiction(
        "public access no longer prevented, and nobody let in by it",
        put("google_storage_bucket.archive", ["public_access_prevention"], "inherited"),
    )
    yield contradiction(
        "images open to everybody",
        put(dicom, ["member"], "allAuthenticatedUsers"),
        said(SHARING, "observed_reader", ARCHIVE),
        said(HOLDS, "observed_public_store", ARCHIVE),
    )
    yield contradiction(
        "images open to somebody not yet known",
        late(dicom, ["member"]),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
        said(HOLDS, "observed_store_unknown", ARCHIVE),
    )
    yield contradiction(
        "images sent on to another project",
        put(
            "google_healthcare_dicom_store.images",
            ["notification_config"],
            [{"pubsub_topic": f"projects/{STRANGER}/topics/images"}],
        ),
        said(DECLARED, "crossing_beyond", "terraform:google_healthcare_dicom_store.images"),
    )
    yield contradiction(
        "bucket in another region",
        put("google_storage_bucket.archive", ["location"], "US-CENTRAL1"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "bucket somewhere in Asia",
        put("google_storage_bucket.archive", ["location"], "ASIA"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "dataset in another region",
        put("google_healthcare_dataset.images", ["location"], "asia-southeast1"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "bucket in another custodian's project",
        put("google_storage_bucket.archive", ["project"], "hikari-reading"),
        said(HOLDS, "observed_other_custodian", ARCHIVE),
    )
    yield contradiction(
        "clinic no longer declared to share",
        declare(["externalStorage", "archive", "sharedWith"], ["sakura"]),
        # the bucket and the images
        said(SHARING, "observed_reader", ARCHIVE, times=2),
        # and the other clinic has agreed to nothing
        said(("4.3-1c-04",), "matter_not_settled", ARCHIVE),
        said(("4.3-1c-06",), "no_agreement", ARCHIVE),
    )
    yield contradiction(
        "images for reading given to another project",
        put("google_storage_bucket_iam_member.reading", ["member"], _account(STRANGER)),
        said(HOLDS, "observed_other_reader", READING),
    )
    yield contradiction(
        "images for reading open to everybody",
        put("google_storage_bucket_iam_member.reading", ["member"], "allUsers"),
        said(HOLDS, "observed_other_reader", READING),
        said(HOLDS, "observed_public_store", READING),
    )

    yield contradiction(
        "images for reading open to somebody not yet known",
        late("google_storage_bucket_iam_member.reading", ["member"]),
        said(HOLDS, "observed_reader_unknown", READING),
        said(HOLDS, "observed_store_unknown", READING),
    )


def _of_databases() -> Iterator[Contradiction]:
    index, addresses = "google_sql_database_instance.index", ["settings", 0, "ip_configuration", 0]
    backups = ["settings", 0, "backup_configuration", 0]
    yield contradiction(
        "backups wherever Google keeps them",
        put(index, [*backups, "location"], None),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction("no backups", put(index, [*backups, "enabled"], value=False))
    yield contradiction(
        "database open to another project",
        put(index, [*addresses, "psc_config", 0, "allowed_consumer_projects"], [STRANGER]),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "database open to everybody's network",
        put(index, [*addresses, "authorized_networks"], [{"name": "all", "value": "0.0.0.0/0"}]),
        # the rule, and what listens behind it
        said(HOLDS, "observed_open_door", ARCHIVE, times=2),
    )
    yield contradiction(
        "database open to a stranger's network",
        put(index, [*addresses, "authorized_networks"], [{"name": "labo", "value": "192.0.2.0/24"}]),
        said(DECLARED, "crossing_beyond", f"terraform:{index}"),
    )

    yield contradiction(
        "database open to networks not yet known",
        late(index, [*addresses, "authorized_networks"]),
        # the rules, and what listens behind them
        said(HOLDS, "observed_entry_unknown", ARCHIVE, times=2),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{index}"),
    )


def _of_access() -> Iterator[Contradiction]:
    duty, vendor = (
        "google_iap_tunnel_instance_iam_member.night_duty",
        "google_iap_tunnel_instance_iam_member.vendor",
    )
    login, rule = "google_compute_instance_iam_member.vendor", "google_compute_firewall.vendor"
    audit = "google_project_iam_audit_config.iap"
    yield contradiction(
        "people of another organisation in by telework",
        put(duty, ["member"], "group:doctors@medifix.example"),
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "anybody in by telework",
        put(duty, ["member"], "allAuthenticatedUsers"),
        said(DOORS, "observed_open_door", NIGHT_DUTY),
    )
    yield contradiction(
        "somebody not yet known in by telework",
        late(duty, ["member"]),
        said(DOORS, "observed_entry_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "stranger in by maintenance",
        put(vendor, ["member"], "user:taro@stranger.example"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "vendor that may do everything",
        put(login, ["role"], "roles/compute.osAdminLogin"),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "vendor with a role that nobody knows",
        put(login, ["role"], "projects/aoba-emr/roles/pacsSupport"),
        said([*READS, *WRITES], "observed_rights_unknown", PACS),
    )
    yield contradiction(
        "vendor that may write where nothing may be written",
        declare(["remoteMaintenance", "pacs", "accessControl", "writing"], "none"),
        said(WRITES, "observed_rights", PACS),
    )
    yield contradiction(
        "ways in that leave no record",
        act(audit, "delete"),
        said(EXISTS, "thing_not_found", NIGHT_DUTY),
        said(WRITES, "observed_log_unknown", PACS),
    )
    yield contradiction(
        "ways in that leave no record of some",
        put(
            audit,
            ["audit_log_config"],
            [{"log_type": "DATA_READ", "exempted_members": ["group:pacs@medifix.example"]}],
        ),
        said(WRITES, "observed_log_unknown", PACS),
    )
    yield contradiction(
        "SSH open to the world",
        put(rule, ["source_ranges"], ["0.0.0.0/0"]),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "SSH open to a stranger",
        put(rule, ["source_ranges"], ["192.0.2.0/24"]),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "SSH open to a set of which one member is not yet known",
        late(rule, ["source_ranges"]),
        said(READS, "observed_entry_unknown", PACS),
    )
    yield contradiction(
        "other ports open to a set of which one member is not yet known",
        both(put(rule, ["allow", 0, "ports"], ["443"]), late(rule, ["source_ranges"])),
        said(READS, "observed_stranger_unknown", PACS),
    )
    yield contradiction(
        "keys in metadata",
        put("google_compute_instance.pacs", ["metadata"], {"ssh-keys": "taro:ssh-ed25519 AAAA"}),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "maintainer changed in the declaration",
        declare(["remoteMaintenance", "pacs", "maintainer"], "hikari"),
        # by IAP, by OS Login, by SSH
        said(READS, "observed_stranger_in", PACS, times=3),
    )


def _of_the_dormitory() -> Iterator[Contradiction]:
    sources, ports = ["source_ranges"], ["allow", 0, "ports"]
    yield contradiction(
        "telework over a line that is not listed",
        drop(["telework", "night-duty", "media"], "internet"),
        said(LINES, "observed_line", NIGHT_DUTY),
    )
    yield contradiction(
        "remote desktop open to the maintainer under telework",
        put(DORMITORY, sources, ["203.0.113.64/28"]),
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "remote desktop open to somebody not yet known under telework",
        late(DORMITORY, sources),
        said(DOORS, "observed_entry_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "other ports open to somebody not yet known under telework",
        both(put(DORMITORY, ports, ["443"]), late(DORMITORY, sources)),
        said(STAFF, "observed_stranger_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "telework lets out to everybody",
        both(put(DORMITORY, ["direction"], "EGRESS"), put(DORMITORY, ["destination_ranges"], ["0.0.0.0/0"])),
        said(DECLARED, "open_way_out", f"terraform:{DORMITORY}"),
    )


def _of_time() -> Iterator[Contradiction]:
    bucket, age = "google_storage_bucket.reading", ["lifecycle_rule", 0, "condition", 0, "age"]
    for name, change in {
        "kept too long": put(bucket, age, 60),
        "kept too long by soft deletion": put(bucket, age, 24),
        "kept for ever, the rule gone": put(bucket, ["lifecycle_rule"], []),
        "kept for ever, but for a part": put(
            bucket, ["lifecycle_rule", 0, "condition", 0, "matches_prefix"], ["work/"]
        ),
        "kept too long by a policy": put(bucket, ["retention_policy"], [{"retention_period": "5184000"}]),
        "declared to be kept for two weeks": declare(
            ["entrustedWork", "reading", "temporaryStorage", "retention"], "P14D"
        ),
    }.items():
        yield contradiction(name, change, said(KEPT, "observed_retention_longer", READING))
    yield contradiction(
        "kept for nobody knows yet how long",
        late(bucket, age),
        said(KEPT, "observed_retention_unknown", READING),
    )


def _of_what_leads_elsewhere() -> Iterator[Contradiction]:
    yield contradiction(
        "peering with nobody yet known",
        add(
            "google_compute_network_peering.new",
            {"network": "projects/aoba-emr/global/networks/clinical"},
            open_at=["peer_network"],
        ),
        said(DECLARED, "crossing_unknown", "terraform:google_compute_network_peering.new"),
    )
    yield contradiction(
        "keys in metadata, where only an exchange is",
        put("google_compute_instance.sender", ["metadata"], {"ssh-keys": "taro:ssh-ed25519 AAAA"}),
        said(DECLARED, "entrance_undeclared", "terraform:google_compute_instance.sender"),
    )
    for labels, requirements, subject in (
        ({"bunkaiten_exchange": "referral"}, PEERS, REFERRAL),
        ({"bunkaiten_exchange": "images"}, PROVIDED, IMAGES),
        ({"bunkaiten_external-storage": "archive"}, HOLDS, ARCHIVE),
    ):
        yield contradiction(
            f"type that nobody reads, and a marker alone, of {subject}",
            add("google_spanner_instance.new", {"labels": labels}),
            said(requirements, "observed_type_by_pattern", subject),
        )


def _of_claims() -> Iterator[Contradiction]:
    yield contradiction(
        "rule that nobody declared",
        add(
            "google_compute_firewall.new",
            {
                "name": "new",
                "source_ranges": ["192.0.2.0/24"],
                "allow": [{"protocol": "tcp", "ports": ["443"]}],
            },
        ),
        said(DECLARED, "crossing_undeclared", "terraform:google_compute_firewall.new"),
    )
    for name, member in {
        "people of another organisation": "user:taro@stranger.example",
        "another project": _account(STRANGER),
        "agents of another project": f"serviceAccount:service-999988887777@{AGENTS}",
    }.items():
        yield contradiction(
            f"rights in the project for {name}",
            add(
                "google_project_iam_member.new",
                {"project": "aoba-emr", "role": "roles/editor", "member": member},
            ),
            said(DECLARED, "crossing_undeclared", "terraform:google_project_iam_member.new"),
        )
    for name, member in {
        "the hospital's own people": "group:it@aoba.example",
        "the project's own accounts": _account("aoba-emr"),
    }.items():
        yield contradiction(
            f"rights in the project for {name}",
            add(
                "google_project_iam_member.new",
                {"project": "aoba-emr", "role": "roles/editor", "member": member},
            ),
        )
    yield contradiction(
        "peering that nobody declared",
        add(
            "google_compute_network_peering.new",
            {
                "network": "projects/aoba-emr/global/networks/clinical",
                "peer_network": f"projects/{STRANGER}/global/networks/main",
            },
        ),
        said(DECLARED, "crossing_undeclared", "terraform:google_compute_network_peering.new"),
    )
    yield contradiction(
        "marker that names nothing",
        tag(
            "google_healthcare_dicom_store.images",
            "bunkaiten_external-storage",
            "archives",
            attributes=LABELS,
        ),
        said(DECLARED, "marker_names_nothing", "terraform:google_healthcare_dicom_store.images"),
        said(DECLARED, "crossing_undeclared", "terraform:google_healthcare_dicom_store_iam_member.midori"),
    )
    yield contradiction(
        "store of two, one by reference and one by marker",
        join(["externalStorage", "archive", "implementedBy"], "terraform:google_storage_bucket.reading"),
        said(ONE, "claimed_by_two", ARCHIVE, READING),
        # the project and the people of the contractor
        said(SHARING, "observed_reader", ARCHIVE, times=2),
    )
    yield contradiction(
        "way in of two, both by reference",
        join(["telework", "night-duty", "implementedBy"], "terraform:google_compute_firewall.vendor"),
        said(ONE, "named_by_two", NIGHT_DUTY, PACS),
        # whose people come over SSH is known
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "work of which nothing is marked any more",
        untag("google_storage_bucket.reading", "bunkaiten_entrusted-work", attributes=LABELS),
        said(EXISTS, "nothing_compared", READING),
        said(
            DECLARED,
            "crossing_undeclared",
            "terraform:google_storage_bucket_iam_member.reading",
            "terraform:google_storage_bucket_iam_member.reading_people",
        ),
    )
