"""What can go wrong in a hospital group's clusters: fixtures/scenarios/hospital-group-on-kubernetes.

Some of it no manifest shows: routers, tunnels and lines are below a cluster, and so is what encrypts there;
nothing tells whether whoever gets in is recorded, who may read a volume, or for how long it is kept.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from contradictions.case import Contradiction, contradiction, said
from contradictions.edits import both, bring, declare, drop, erase, join, leave_out, write

SCENARIO = "hospital-group-on-kubernetes"

REFERRAL = "shirakaba-group/exchanges/referral"
IMAGES = "shirakaba-group/exchanges/images"
ARCHIVE = "shirakaba-group/externalStorage/archive"
NIGHT_DUTY = "shirakaba-group/telework/night-duty"
PACS = "shirakaba-group/remoteMaintenance/pacs"
READING = "shirakaba-group/entrustedWork/reading"

PEERS, PROVIDED = ("4.3-1a2-08",), ("4.3-1a1-06",)
POINTS, AT_PROVIDER = ("4.3-1a1-03",), ("4.3-1a1-07",)
BEGINS, ENDS, METHOD = ("4.3-1b1-01",), ("4.3-1b1-02",), ("4.3-1b1-03",)
SHARING = ("4.3-1c-04", "4.3-1c-05")
STAFF, LINES, DOORS = ("4.3-2a-03",), ("4.3-2a-06",), ("4.3-2a-07",)
READS, WRITES = ("4.3-2b-02",), ("4.3-2b-03",)
KEPT = ("4.3-3-03",)
DECLARED, HOLDS, EXISTS, ONE = ("bunkaiten-01",), ("bunkaiten-04",), ("bunkaiten-05",), ("bunkaiten-06",)

LETTERS = "kubernetes:renkei/Ingress.networking.k8s.io/letters"
NGINX = "kubernetes:ingress-nginx/ConfigMap/ingress-nginx-controller"
FHIR = "kubernetes:gateway-system/Gateway.gateway.networking.k8s.io/renkei"
ATTACHED = "kubernetes:istio-ingress/Gateway.networking.istio.io/renkei-images"
MESH = "kubernetes:renkei/PeerAuthentication.security.istio.io/default"
INSIDE = "kubernetes:renkei/DestinationRule.networking.istio.io/letters"
ENTRY = "kubernetes:renkei/ServiceEntry.networking.istio.io/fuji"
POLICY = "kubernetes:renkei/NetworkPolicy.networking.k8s.io/sender"
CILIUM = "kubernetes:renkei/CiliumNetworkPolicy.cilium.io/sender"
ALIAS = "kubernetes:renkei/Service/fuji"
SLICE = "kubernetes:renkei/EndpointSlice.discovery.k8s.io/minato-1"
UKETSUKE = "kubernetes:minato-renkei/IngressRoute.traefik.io/letters"
OPTION = "kubernetes:minato-renkei/TLSOption.traefik.io/partners"
BALANCER = "kubernetes:gazo/Service/pacs-gateway"
LINE = "kubernetes:gazo/CiliumNetworkPolicy.cilium.io/pacs"
VOLUME = "kubernetes:/PersistentVolume/kura-archive"
CLASS = "kubernetes:/StorageClass.storage.k8s.io/tokyo-encrypted"
VIEWER = "kubernetes:dokuei/Deployment.apps/viewer"
VPN = "kubernetes:touchoku/Service/vpn"
DOCTORS = "kubernetes:touchoku/RoleBinding.rbac.authorization.k8s.io/doctors"
BASTION = "kubernetes:hoshu/Service/bastion"
SSHD = "kubernetes:hoshu/Deployment.apps/bastion"
ROLE = "kubernetes:gazo/Role.rbac.authorization.k8s.io/pacs-vendor"
VENDOR = "kubernetes:gazo/RoleBinding.rbac.authorization.k8s.io/pacs-vendor"
ON_CALL = "kubernetes:/ClusterRoleBinding.rbac.authorization.k8s.io/pacs-vendor"

MARKS = ("metadata", "annotations")
OPERATOR = (*MARKS, "bunkaiten.dev/operated-by")
WHITELIST = (*MARKS, "nginx.ingress.kubernetes.io/whitelist-source-range")
RANGES = ("spec", "loadBalancerSourceRanges")
GROUP = "rbac.authorization.k8s.io"

# each way to say who is outside: object, path, and whether it takes networks (4 or 6) or hosts
OUTSIDE = {
    "NetworkPolicy": (POLICY, ("spec", "egress", 0, "to", 0, "ipBlock", "cidr"), "4"),
    "NetworkPolicy for IPv6": (POLICY, ("spec", "egress", 0, "to", 1, "ipBlock", "cidr"), "6"),
    "Cilium by network": (CILIUM, ("spec", "egress", 1, "toCIDRSet", 0, "cidr"), "4"),
    "Cilium by host": (CILIUM, ("spec", "egress", 0, "toFQDNs", 0, "matchName"), "host"),
    "Cilium by pattern": (CILIUM, ("spec", "egress", 0, "toFQDNs", 0, "matchPattern"), "host"),
    "ServiceEntry": (ENTRY, ("spec", "hosts", 0), "host"),
}
STRANGERS = {
    "4": ("192.0.2.0/24", "128.0.0.0/1"),
    "6": ("2001:db8:99::/48", "8000::/1"),
    "host": ("api.elsewhere.example", "*.elsewhere.example"),
}
EVERYBODY = {"4": "0.0.0.0/0", "6": "::/0", "host": "*"}


def all_of_them() -> Iterator[Contradiction]:
    """Yield every contradiction, with names of their own."""
    return chain(
        _of_peers(),
        _of_what_listens(),
        _of_stores(),
        _of_access(),
        _of_crossings(),
        _of_what_leads_elsewhere(),
        _of_names(),
        _of_documents(),
        _of_claims(),
    )


def _of_peers() -> Iterator[Contradiction]:
    for spelling, (thing, path, kind) in OUTSIDE.items():
        for stranger in STRANGERS[kind]:
            yield contradiction(
                f"out to {stranger}, {spelling}",
                write(thing, path, stranger),
                said(PEERS, "observed_stranger", REFERRAL),
            )
        yield contradiction(
            f"out to everybody, {spelling}",
            write(thing, path, EVERYBODY[kind]),
            said(PEERS, "observed_anybody", REFERRAL),
        )
        yield contradiction(
            f"out to whom nobody filled in, {spelling}",
            write(thing, path, "${PARTNER}"),
            said(PEERS, "observed_peer_unknown", REFERRAL),
        )
    yield contradiction(
        "out to everybody, by a rule that names nobody",
        erase(POLICY, ["spec", "egress", 0, "to"]),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "out to the world, as Cilium calls it",
        write(CILIUM, ["spec", "egress", 1], {"toEntities": ["world"]}),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "out to a group of a cloud",
        write(CILIUM, ["spec", "egress", 1], {"toGroups": [{"aws": {"securityGroupsNames": ["partners"]}}]}),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "out to somewhere else inside", write(CILIUM, ["spec", "egress", 1], {"toEntities": ["cluster"]})
    )
    yield contradiction(
        "name that leads elsewhere",
        write(ALIAS, ["spec", "externalName"], "api.elsewhere.example"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "name that leads back inside", write(ALIAS, ["spec", "externalName"], "letters.renkei.svc")
    )
    yield contradiction(
        "address behind a Service that is a stranger's",
        write(SLICE, ["endpoints", 0, "addresses", 0], "192.0.2.9"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield from _of_peers_let_in()
    yield contradiction(
        "out to whom nobody filled in over a provider's line",
        write(LINE, ["spec", "egress", 0, "toCIDR", 0], "${PARTNER}"),
        said(PROVIDED, "observed_peer_unknown", IMAGES),
    )
    yield contradiction(
        "networks of a destination no longer declared",
        declare(["parties", "minato", "identifiedBy", "networks"], []),
        # the list of the Ingress, Cilium's rule, the address behind the Service
        said(PEERS, "observed_stranger", REFERRAL, times=3),
        # the list of the load balancer, Cilium's rule
        said(PROVIDED, "observed_stranger", IMAGES, times=2),
    )
    yield contradiction(
        "hosts of a destination no longer declared",
        declare(["parties", "fuji", "identifiedBy", "hosts"], []),
        # the ServiceEntry and the other name
        said(PEERS, "observed_stranger", REFERRAL, times=2),
    )


def _of_what_leads_elsewhere() -> Iterator[Contradiction]:
    archive = "kubernetes:hozon/CiliumNetworkPolicy.cilium.io/archive"
    yield contradiction(
        "store lets out to whom nobody filled in",
        write(archive, ["spec", "egress", 0, "toFQDNs", 0, "matchName"], "${NFS}"),
        said(DECLARED, "crossing_beyond_unknown", "kubernetes:hozon/CiliumNetworkPolicy/archive"),
    )
    yield contradiction(
        "store lets out to a stranger",
        write(archive, ["spec", "egress", 0, "toFQDNs", 0, "matchName"], "nfs.elsewhere.example"),
        said(DECLARED, "crossing_beyond", "kubernetes:hozon/CiliumNetworkPolicy/archive"),
    )
    yield contradiction(
        "telework lets out to everybody",
        bring(_new("networking.k8s.io/v1", "NetworkPolicy", {"egress": [{}]}, namespace="touchoku")),
        said(DECLARED, "open_way_out", "kubernetes:touchoku/NetworkPolicy/new"),
    )
    login = {"containers": [{"name": "sshd", "image": "sshd:9.8", "ports": [{"containerPort": 22}]}]}
    yield contradiction(
        "login server where only a store is",
        bring(_new("v1", "Pod", login, namespace="hozon")),
        said(DECLARED, "entrance_undeclared", "kubernetes:hozon/Pod/new"),
    )
    for marker, name, requirements, subject in (
        ("exchange", "referral", PEERS, REFERRAL),
        ("exchange", "images", PROVIDED, IMAGES),
        ("external-storage", "archive", HOLDS, ARCHIVE),
    ):
        gateway = _new("cilium.io/v2", "CiliumEgressGatewayPolicy", {"destinationCIDRs": ["192.0.2.0/24"]})
        gateway["metadata"] = {"name": "new", "annotations": {f"bunkaiten.dev/{marker}": name}}
        yield contradiction(
            f"kind that nobody reads, and a marker alone, of {name}",
            bring(gateway),
            said(requirements, "observed_type_by_pattern", subject),
        )
    yield contradiction(
        "network of the other hospital declared to be the maintainer's too",
        join(["parties", "medifix", "identifiedBy", "networks"], "198.51.100.96/28"),
        # the list of the Ingress, Cilium's rule, the address behind the Service
        said(PEERS, "observed_peer_ambiguous", REFERRAL, times=3),
        # the list of the load balancer, Cilium's rule
        said(PROVIDED, "observed_peer_ambiguous", IMAGES, times=2),
    )


def _of_peers_let_in() -> Iterator[Contradiction]:
    uketsuke = "kubernetes:minato-renkei/NetworkPolicy.networking.k8s.io/uketsuke"
    yield contradiction(
        "role for outsiders where the exchange runs",
        bring({**_new(f"{GROUP}/v1", "RoleBinding", {}, namespace="renkei"), **_bound}),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    for network, code in {"192.0.2.0/24": "observed_stranger", "0.0.0.0/0": "observed_anybody"}.items():
        yield contradiction(
            f"in from {network} by an Ingress",
            write(LETTERS, WHITELIST, f"198.51.100.64/28, 198.51.100.96/28, {network}"),
            said(PEERS, code, REFERRAL),
        )
        yield contradiction(
            f"in from {network} by a NetworkPolicy",
            write(uketsuke, ["spec", "ingress", 0, "from", 0, "ipBlock", "cidr"], network),
            said(PEERS, code, REFERRAL),
        )
        yield contradiction(
            f"in from {network} over a provider's line",
            write(BALANCER, [*RANGES, 0], network),
            said(PROVIDED, code, IMAGES),
        )
        yield contradiction(
            f"out to {network} over a provider's line",
            write(LINE, ["spec", "egress", 0, "toCIDR", 0], network),
            said(PROVIDED, code, IMAGES),
        )


def _of_what_listens() -> Iterator[Contradiction]:
    yield contradiction(
        "Ingress without TLS",
        erase(LETTERS, ["spec", "tls"]),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "Ingress with TLS for another host, for which nginx has a certificate of its own",
        write(LETTERS, ["spec", "tls", 0, "hosts", 0], "other.shirakaba.example"),
    )
    yield contradiction(
        "Ingress that takes plain text as well",
        write(LETTERS, [*MARKS, "nginx.ingress.kubernetes.io/ssl-redirect"], "false"),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "Ingress that hands on what is encrypted",
        write(LETTERS, [*MARKS, "nginx.ingress.kubernetes.io/ssl-passthrough"], "true"),
    )
    yield contradiction(
        "listener in plain text, Gateway API",
        write(FHIR, ["spec", "listeners", 0, "protocol"], "HTTP"),
        # the Gateway, and the route that takes from it
        said(BEGINS, "observed_plaintext", REFERRAL, times=2),
    )
    yield contradiction(
        "listener that hands on what is encrypted, Gateway API",
        write(FHIR, ["spec", "listeners", 0, "tls", "mode"], "Passthrough"),
    )
    yield contradiction(
        "listener in plain text, Istio",
        write(ATTACHED, ["spec", "servers", 0], {"port": {"number": 80, "protocol": "HTTP"}, "hosts": ["*"]}),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "certificate of the other side no longer asked for",
        write(ATTACHED, ["spec", "servers", 0, "tls", "mode"], "SIMPLE"),
    )
    yield contradiction(
        "mode of TLS that nobody filled in",
        write(ATTACHED, ["spec", "servers", 0, "tls", "mode"], "${MODE}"),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )
    yield contradiction(
        "route of Traefik that no longer redirects",
        erase(
            "kubernetes:minato-renkei/IngressRoute.traefik.io/letters-http",
            ["spec", "routes", 0, "middlewares"],
        ),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "route of Traefik whose TLS its entry point settles",
        erase(UKETSUKE, ["spec", "tls"]),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )
    yield contradiction(
        "plain text out of the mesh",
        write(ENTRY, ["spec", "ports", 0], {"number": 80, "name": "http", "protocol": "HTTP"}),
        said(BEGINS, "observed_plain_sending", REFERRAL),
    )
    yield contradiction(
        "plain text out of the mesh, before the provider's edge encrypts",
        bring(
            _new(
                "networking.istio.io/v1",
                "ServiceEntry",
                {"hosts": ["gazo.minato-hp.example"], "ports": [{"number": 80, "protocol": "HTTP"}]},
                namespace="gazo",
            )
        ),
    )
    yield contradiction(
        "protocol out of the mesh that nobody filled in",
        write(ENTRY, ["spec", "ports", 0], {"number": 443, "name": "out", "protocol": "${PROTOCOL}"}),
        said(BEGINS, "observed_sending_unknown", REFERRAL),
    )
    yield contradiction(
        "SSH alone declared",
        declare(
            ["exchanges", "referral", "encryption", "method"],
            {"protocol": "SSH 2", "algorithm": "AES-256-GCM"},
        ),
        # the Ingress, the Gateway and its route, Istio's Gateway, the route of Traefik, and out of the mesh
        said(METHOD, "observed_other_method", REFERRAL, times=6),
    )
    # what listens within one's own walls is left to the institution
    for mode in ("PERMISSIVE", "DISABLE"):
        permitted = write(MESH, ["spec", "mtls", "mode"], mode)
        yield contradiction(f"{mode} inside the mesh", permitted)
        # within the walls of somebody who is no end of the exchange, it is plain text like any other
        yield contradiction(
            f"{mode} inside the mesh of the provider's",
            both(permitted, write(MESH, OPERATOR, "chubu-net")),
            said(BEGINS, "observed_plaintext", REFERRAL),
        )
    yield contradiction(
        "plain text to what is inside the mesh",
        write(INSIDE, ["spec", "trafficPolicy", "tls", "mode"], "DISABLE"),
    )
    yield from _of_old_protocols()
    yield from _of_who_decrypts()


def _of_old_protocols() -> Iterator[Contradiction]:
    yield contradiction(
        "old protocols accepted by nginx",
        write(NGINX, ["data", "ssl-protocols"], "TLSv1 TLSv1.2"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "protocols of nginx in a snippet that nobody reads",
        write(LETTERS, [*MARKS, "nginx.ingress.kubernetes.io/server-snippet"], "ssl_protocols TLSv1;"),
        said(METHOD, "observed_protocol_unknown", REFERRAL),
    )
    yield contradiction(
        "old protocols accepted by Istio",
        write(ATTACHED, ["spec", "servers", 0, "tls", "minProtocolVersion"], "TLSV1_0"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "old protocols accepted by Traefik",
        write(OPTION, ["spec", "minVersion"], "VersionTLS11"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "options of Traefik that are not there",
        leave_out(OPTION),
        said(METHOD, "observed_protocol_unknown", REFERRAL),
    )

    # on a provider's network, where encryption begins at the provider's edge
    for name, host in (
        ("in plain text", "gazo.shirakaba.example"),
        ("whose host nobody filled in", "${HOST}"),
    ):
        yield contradiction(
            f"Ingress {name} on the provider's network",
            bring(
                _new(
                    "networking.k8s.io/v1",
                    "Ingress",
                    {"ingressClassName": "nginx", "rules": [{"host": host}]},
                    namespace="gazo",
                )
            ),
            said(METHOD, "observed_plaintext", IMAGES),
        )
    yield contradiction(
        "route on the provider's network to a Gateway that nobody gave",
        bring(
            _new(
                "gateway.networking.k8s.io/v1",
                "HTTPRoute",
                {"parentRefs": [{"name": "elsewhere"}]},
                namespace="gazo",
            )
        ),
        said(METHOD, "observed_encryption_unknown", IMAGES),
    )


def _of_who_decrypts() -> Iterator[Contradiction]:
    for operator, says in {
        "chubu-net": said(ENDS, "observed_relay", REFERRAL),
        "medifix": said(ENDS, "observed_relay", REFERRAL),
        "kura": (),
        "gone": said(DECLARED, "marker_names_nothing", "kubernetes:renkei/Ingress/letters"),
    }.items():
        yield contradiction(
            f"TLS ended at what {operator} operates", write(LETTERS, OPERATOR, operator), says
        )
    yield contradiction(
        "TLS ended in a namespace that nobody is known by",
        drop(["parties", "shirakaba", "identifiedBy", "kubernetesNamespaces"], "gateway-system"),
        said(ENDS, "observed_operator_unknown", REFERRAL),
    )
    yield contradiction(
        "TLS ended in a namespace of a destination that is no longer known by it",
        declare(["parties", "minato", "identifiedBy", "kubernetesNamespaces"], []),
        said(ENDS, "observed_operator_unknown", REFERRAL),
    )

    server = {"port": {"number": 443, "protocol": "HTTPS"}, "tls": {"mode": "${MODE}"}}
    gateway = _new("networking.istio.io/v1", "Gateway", {"servers": [server]}, namespace="renkei")
    gateway["metadata"]["annotations"] = {"bunkaiten.dev/operated-by": "chubu-net"}
    yield contradiction(
        "Gateway of the provider's of which nobody filled in whether it decrypts",
        bring(gateway),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
        said(ENDS, "observed_decryption_unknown", REFERRAL),
    )


def _of_stores() -> Iterator[Contradiction]:
    for region in ("ap-northeast-3", "us-east-1"):
        yield contradiction(
            f"volume in {region}",
            write(VOLUME, ["metadata", "labels", "topology.kubernetes.io/region"], region),
            # the volume, and the claim for it
            said(HOLDS, "observed_elsewhere", ARCHIVE, times=2),
        )
    yield contradiction(
        "volume in a region that nobody filled in",
        write(VOLUME, ["metadata", "labels", "topology.kubernetes.io/region"], "${REGION}"),
        said(HOLDS, "observed_store_unknown", ARCHIVE, times=2),
    )
    yield contradiction(
        "role for the maintainer where the contractor works",
        bring(
            {
                **_new(f"{GROUP}/v1", "RoleBinding", {}, namespace="dokuei"),
                **_bound,
                "subjects": [{"apiGroup": GROUP, "kind": "Group", "name": "oidc:medifix-hoshu"}],
            }
        ),
        said(HOLDS, "observed_other_reader", READING),
    )
    yield contradiction(
        "images for reading on a server that nobody filled in",
        write(
            VIEWER,
            ["spec", "template", "spec", "volumes", 0],
            {"name": "work", "nfs": {"server": "${NFS}", "path": "/"}},
        ),
        said(HOLDS, "observed_reader_unknown", READING),
    )
    for kind, name, code in (
        ("Group", "${GROUP}", "observed_entry_unknown"),
        ("User", "system:anonymous", "observed_no_authentication"),
    ):
        yield contradiction(
            f"role for {name} where the archive is",
            bring(
                {
                    **_new(f"{GROUP}/v1", "RoleBinding", {}, namespace="hozon"),
                    **_bound,
                    "subjects": [{"apiGroup": GROUP, "kind": kind, "name": name}],
                }
            ),
            said(HOLDS, code, ARCHIVE),
        )
    yield contradiction(
        "class that makes volumes elsewhere as well",
        write(CLASS, ["allowedTopologies", 0, "matchLabelExpressions", 0, "values", 1], "ap-northeast-3a"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "another region declared",
        declare(["externalStorage", "archive", "location", "region"], "ap-northeast-3"),
        # the volume, the claim for it, and the claim of the index
        said(HOLDS, "observed_elsewhere", ARCHIVE, times=3),
    )
    yield contradiction(
        "volume on a stranger's server",
        write(VOLUME, ["spec", "nfs", "server"], "nfs.elsewhere.example"),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "volume on a server that nobody filled in",
        write(VOLUME, ["spec", "nfs", "server"], "${NFS}"),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
    )
    yield contradiction("volume on a server inside", write(VOLUME, ["spec", "nfs", "server"], "10.20.0.5"))
    yield contradiction(
        "server of the custodian no longer declared",
        declare(["parties", "kura", "identifiedBy", "hosts"], ["*.kura.example"]),
        said(SHARING, "observed_reader", ARCHIVE),
        # the rule that lets the archive out to it
        said(DECLARED, "crossing_beyond", "kubernetes:hozon/CiliumNetworkPolicy/archive"),
    )
    yield contradiction(
        "volume that another custodian operates",
        write(VOLUME, OPERATOR, "hikari"),
        said(HOLDS, "observed_other_custodian", ARCHIVE),
    )
    yield contradiction(
        "claim in the namespace of another",
        bring(_claim("dokuei", {"bunkaiten.dev/external-storage": "archive"})),
        said(HOLDS, "observed_other_custodian", ARCHIVE),
        # and the namespace is marked as of the reading
        said(ONE, "claimed_by_two", ARCHIVE, READING),
        said(KEPT, "observed_retention_unknown", READING),
    )
    yield contradiction(
        "store of which nothing tells that anybody erases it",
        bring(_claim("dokuei", {})),
        said(KEPT, "observed_retention_unknown", READING),
    )
    yield contradiction(
        "folder of a node that keeps what the pods write",
        write(
            VIEWER, ["spec", "template", "spec", "volumes", 0], {"name": "work", "hostPath": {"path": "/srv"}}
        ),
        said(KEPT, "observed_retention_unknown", READING),
    )
    yield contradiction(
        "database of the archive open to the world",
        bring(
            _new("v1", "Service", {"type": "LoadBalancer", "ports": [{"port": 5432}]}, namespace="hozon"),
        ),
        said(HOLDS, "observed_open_door", ARCHIVE),
    )
    yield contradiction(
        "clinic no longer declared to share",
        declare(["externalStorage", "archive", "sharedWith"], ["minato"]),
        # and the other hospital has agreed to nothing
        said(("4.3-1c-04",), "matter_not_settled", ARCHIVE),
        said(("4.3-1c-06",), "no_agreement", ARCHIVE),
    )


def _of_access() -> Iterator[Contradiction]:
    yield contradiction(
        "telework over a line that is not listed",
        drop(["telework", "night-duty", "media"], "internet"),
        said(LINES, "observed_line", NIGHT_DUTY),
    )
    yield contradiction(
        "SSH open to the world under telework",
        write(VPN, ["spec", "ports", 0], {"name": "ssh", "port": 2222}),
        said(DOORS, "observed_open_door", NIGHT_DUTY),
    )
    yield contradiction(
        "SSH open to whom nobody filled in under telework",
        both(
            write(VPN, ["spec", "ports", 0], {"name": "ssh", "port": 2222}),
            write(VPN, [*RANGES, 0], "${HOME}"),
        ),
        said(DOORS, "observed_entry_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "role for anybody under telework",
        write(DOCTORS, ["subjects", 0], {"kind": "Group", "name": "system:authenticated"}),
        said(DOORS, "observed_open_door", NIGHT_DUTY),
    )
    yield contradiction(
        "role for whoever does not log in under telework",
        write(DOCTORS, ["subjects", 0], {"kind": "User", "name": "system:anonymous"}),
        said(DOORS, "observed_no_authentication", NIGHT_DUTY),
    )
    yield contradiction(
        "role for people of another party under telework",
        write(DOCTORS, ["subjects", 0, "name"], "oidc:medifix-hoshu"),
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    home = {"from": [{"ipBlock": {"cidr": "${HOME}"}}], "ports": [{"port": 443}]}
    for namespace, requirements, subject in (("touchoku", STAFF, NIGHT_DUTY), ("hoshu", READS, PACS)):
        yield contradiction(
            f"in from whom nobody filled in, where {namespace} is",
            bring(_new("networking.k8s.io/v1", "NetworkPolicy", {"ingress": [home]}, namespace=namespace)),
            said(requirements, "observed_stranger_unknown", subject),
        )
    yield from _of_maintenance()
    yield from _of_rights()


def _of_maintenance() -> Iterator[Contradiction]:
    yield contradiction(
        "SSH open to the world, by nobody's list",
        erase(BASTION, RANGES),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "SSH open to the world",
        write(BASTION, [*RANGES, 0], "0.0.0.0/0"),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "SSH open to half of the world",
        write(BASTION, [*RANGES, 0], "128.0.0.0/1"),
        said(READS, "observed_open_door", PACS),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "SSH open to a stranger",
        write(BASTION, [*RANGES, 0], "192.0.2.0/24"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "SSH open to whom nobody filled in",
        write(BASTION, [*RANGES, 0], "${VENDOR}"),
        said(READS, "observed_entry_unknown", PACS),
    )
    yield contradiction("SSH open to those inside", write(BASTION, [*RANGES, 0], "10.0.0.0/8"))
    yield contradiction(
        "network of the maintainer no longer declared",
        declare(["parties", "medifix", "identifiedBy", "networks"], []),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "role for somebody who is not the maintainer's",
        write(ON_CALL, ["subjects", 0, "name"], "hanako@elsewhere.example"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "role for a group that nobody is known by",
        write(VENDOR, ["subjects", 0, "name"], "oidc:yagumo"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "role for people of the institution",
        write(VENDOR, ["subjects", 0, "name"], "oidc:shirakaba-tochoku"),
    )
    yield contradiction(
        "role for whoever does not log in",
        write(VENDOR, ["subjects", 0], {"kind": "User", "name": "system:anonymous"}),
        said(READS, "observed_no_authentication", PACS),
    )
    yield contradiction(
        "role for anybody",
        write(VENDOR, ["subjects", 0, "name"], "system:authenticated"),
        said(READS, "observed_open_door", PACS),
    )


def _of_rights() -> Iterator[Contradiction]:
    yield contradiction(
        "role that may do everything",
        write(ROLE, ["rules", 0, "verbs", 0], "*"),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "binding to the role of the administrators",
        write(VENDOR, ["roleRef"], {"apiGroup": GROUP, "kind": "ClusterRole", "name": "cluster-admin"}),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "binding to a role that is not there",
        write(VENDOR, ["roleRef", "name"], "gone"),
        said([*READS, *WRITES], "observed_rights_unknown", PACS),
    )
    yield contradiction(
        "container that may do all that its node may",
        write(SSHD, ["spec", "template", "spec", "containers", 0, "securityContext"], {"privileged": True}),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "no reading declared",
        declare(["remoteMaintenance", "pacs", "accessControl", "reading"], "none"),
        # the role in the namespace, and the one in the cluster
        said(READS, "observed_rights", PACS, times=2),
    )
    yield contradiction(
        "no writing declared",
        declare(["remoteMaintenance", "pacs", "accessControl", "writing"], "none"),
        said(WRITES, "observed_rights", PACS),
    )


def _of_crossings() -> Iterator[Contradiction]:
    for name, written in {
        "Ingress": _new("networking.k8s.io/v1", "Ingress", {"rules": [{"host": "new.shirakaba.example"}]}),
        "load balancer": _new("v1", "Service", {"type": "LoadBalancer", "ports": [{"port": 443}]}),
        "name outside": _new(
            "v1", "Service", {"type": "ExternalName", "externalName": "api.elsewhere.example"}
        ),
        "rule that lets out to everybody": _new("networking.k8s.io/v1", "NetworkPolicy", {"egress": [{}]}),
        "rule that lets out to the world": _new(
            "cilium.io/v2", "CiliumNetworkPolicy", {"egress": [{"toEntities": ["world"]}]}
        ),
        "Gateway": _new(
            "gateway.networking.k8s.io/v1", "Gateway", {"listeners": [{"port": 80, "protocol": "HTTP"}]}
        ),
        "Gateway of Istio": _new(
            "networking.istio.io/v1", "Gateway", {"servers": [{"port": {"number": 80, "protocol": "HTTP"}}]}
        ),
        "way out of the mesh": _new(
            "networking.istio.io/v1", "ServiceEntry", {"hosts": ["api.elsewhere.example"]}
        ),
        "route of Traefik": _new(
            "traefik.io/v1alpha1", "IngressRoute", {"routes": [{"match": "PathPrefix(`/`)"}]}
        ),
        "file server": _new(
            "v1", "PersistentVolume", {"nfs": {"server": "nfs.elsewhere.example", "path": "/"}}
        ),
    }.items():
        thing = f"kubernetes:{written['metadata']['namespace']}/{written['kind']}/new"
        yield contradiction(
            f"{name} that nobody declared",
            bring(written),
            said(DECLARED, "crossing_undeclared", thing),
        )
    yield contradiction(
        "role for outsiders that nobody declared",
        bring({**_new(f"{GROUP}/v1", "RoleBinding", {}), **_bound}),
        said(DECLARED, "crossing_undeclared", "kubernetes:new/RoleBinding/new"),
    )
    yield contradiction(
        "route to a Gateway that nobody gave, and that nobody declared",
        bring(_new("gateway.networking.k8s.io/v1", "HTTPRoute", {"parentRefs": [{"name": "elsewhere"}]})),
        said(DECLARED, "crossing_unknown", "kubernetes:new/HTTPRoute/new"),
    )
    yield contradiction(
        "gateway for what goes out, of a kind that is not read",
        bring(_new("cilium.io/v2", "CiliumEgressGatewayPolicy", {"destinationCIDRs": ["192.0.2.0/24"]})),
        said(DECLARED, "type_not_read", "kubernetes:new/CiliumEgressGatewayPolicy/new"),
    )
    for name, written in {
        "ports of the nodes": _new("v1", "Service", {"type": "NodePort", "ports": [{"port": 80}]}),
        "internal load balancer": _new(
            "v1", "Service", {"type": "LoadBalancer", "loadBalancerIP": "10.0.0.9", "ports": [{"port": 80}]}
        ),
        "rule within the hospital": _new(
            "networking.k8s.io/v1",
            "NetworkPolicy",
            {"egress": [{"to": [{"ipBlock": {"cidr": "10.0.0.0/8"}}]}]},
        ),
        "claim": _claim("new", {}),
    }.items():
        yield contradiction(f"{name} that crosses nothing", bring(written))


def _of_names() -> Iterator[Contradiction]:
    for namespace, marker, things in (
        ("renkei", "exchange", RENKEI),
        ("hozon", "external-storage", ("hozon/CiliumNetworkPolicy/archive",)),
        ("touchoku", "telework", ("touchoku/Service/vpn",)),
        ("hoshu", "remote-maintenance", ("hoshu/Service/bastion",)),
    ):
        undeclared = said(DECLARED, "crossing_undeclared", *(f"kubernetes:{each}" for each in things))
        path = (*MARKS, f"bunkaiten.dev/{marker}")
        place = f"kubernetes:/Namespace/{namespace}"
        yield contradiction(f"marker of the namespace {namespace} removed", erase(place, path), undeclared)
        yield contradiction(
            f"marker of the namespace {namespace} that names nothing",
            write(place, path, "gone"),
            said(DECLARED, "marker_names_nothing", place),
            undeclared,
        )
    yield contradiction(
        "pattern that fits nothing",
        declare(
            ["exchanges", "referral", "implementedBy", 1],
            "kubernetes:istio-ingress/Gateway.networking.istio.io/other-*",
        ),
        said(EXISTS, "thing_not_found", REFERRAL),
        said(DECLARED, "crossing_undeclared", "kubernetes:istio-ingress/Gateway/renkei-images"),
    )
    yield contradiction(
        "demarcation point gone", leave_out(UKETSUKE), said(EXISTS, "thing_not_found", REFERRAL)
    )
    yield contradiction(
        "demarcation point on a provider's network gone",
        leave_out(BALANCER),
        said(POINTS, "thing_not_found", IMAGES),
    )
    yield contradiction("volume gone", leave_out(VOLUME), said(EXISTS, "thing_not_found", ARCHIVE))
    yield contradiction(
        "Gateway of a route gone",
        leave_out(FHIR),
        said(EXISTS, "thing_not_found", REFERRAL),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )
    yield contradiction(
        "group of the kind left out where two kinds are called alike",
        declare(["exchanges", "referral", "implementedBy", 0], "kubernetes:gateway-system/Gateway/renkei"),
    )


def _of_documents() -> Iterator[Contradiction]:
    for requirements, subject, index in (
        (EXISTS, REFERRAL, 0),
        (POINTS, IMAGES, 0),
        (AT_PROVIDER, IMAGES, 1),
    ):
        _, section, name = subject.split("/")
        point = [section, name, "demarcationPoints", index, "at"]
        yield contradiction(
            f"demarcation point {index} of {name} in a plan, and none was given",
            declare(point, "terraform:aws_vpn_connection.fuji"),
            said(requirements, "nothing_to_look_in", subject),
        )
        yield contradiction(
            f"demarcation point {index} of {name} that is not there",
            declare(point, "kubernetes:other/Service/gone"),
            said(requirements, "thing_not_found", subject),
        )
    yield contradiction(
        "work of which nothing is marked any more",
        erase("kubernetes:/Namespace/dokuei", [*MARKS, "bunkaiten.dev/entrusted-work"]),
        said(EXISTS, "nothing_compared", READING),
        said(DECLARED, "crossing_undeclared", "kubernetes:dokuei/Ingress/viewer"),
    )
    yield contradiction(
        "kind that nobody has sorted",
        bring(_new("argoproj.io/v1alpha1", "Application", {"project": "default"})),
        said(DECLARED, "types_not_sorted", "manifests"),
    )


def _of_claims() -> Iterator[Contradiction]:
    yield contradiction(
        "way in of two, by markers",
        write(VPN, [*MARKS, "bunkaiten.dev/remote-maintenance"], "pacs"),
        said(ONE, "claimed_by_two", NIGHT_DUTY, PACS),
    )
    yield contradiction(
        "way in of two, by references",
        join(["remoteMaintenance", "pacs", "implementedBy"], "kubernetes:touchoku/RoleBinding/doctors"),
        said(ONE, "named_by_two", NIGHT_DUTY, PACS),
    )
    yield contradiction(
        "way in of two, one by reference and one by marker",
        join(["telework", "night-duty", "implementedBy"], "kubernetes:hoshu/Service/bastion"),
        said(ONE, "claimed_by_two", NIGHT_DUTY, PACS),
        # whose people come from there is known
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "object of an exchange that maintenance uses too",
        join(["remoteMaintenance", "pacs", "implementedBy"], "kubernetes:gazo/Service/worklist"),
    )


RENKEI = (
    "renkei/HTTPRoute/fhir",
    "renkei/ServiceEntry/fuji",
    "renkei/NetworkPolicy/sender",
    "renkei/CiliumNetworkPolicy/sender",
    "renkei/Service/fuji",
    "renkei/EndpointSlice/minato-1",
)

_bound = {
    "roleRef": {"apiGroup": GROUP, "kind": "ClusterRole", "name": "view"},
    "subjects": [{"apiGroup": GROUP, "kind": "Group", "name": "oidc:yagumo"}],
}


def _new(version: str, kind: str, spec: dict[str, Any], *, namespace: str = "new") -> dict[str, Any]:
    return {
        "apiVersion": version,
        "kind": kind,
        "metadata": {"name": "new", "namespace": namespace},
        "spec": spec,
    }


def _claim(namespace: str, annotations: dict[str, str]) -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "kind": "PersistentVolumeClaim",
        "metadata": {"name": "new", "namespace": namespace, "annotations": annotations},
        "spec": {"storageClassName": "tokyo-encrypted"},
    }
