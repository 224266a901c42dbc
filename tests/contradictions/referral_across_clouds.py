"""What can go wrong between two hospitals in two clouds: fixtures/scenarios/referral-across-clouds."""

from collections.abc import Iterator
from itertools import chain

from contradictions.case import Change, Contradiction, Stack, contradiction, said
from contradictions.edits import (
    act,
    add,
    both,
    bring,
    declare,
    drop,
    erase,
    late,
    leave_out,
    put,
    tag,
    text,
    write,
)

SCENARIO = "referral-across-clouds"

REFERRAL = "tsubaki-momiji/exchanges/referral"
TSUBAKI_IMAGES = "tsubaki-momiji/externalStorage/tsubaki-images"
MOMIJI_IMAGES = "tsubaki-momiji/externalStorage/momiji-images"

STRANGER = "5b1c7a3e-0000-4000-8000-0000000000ff"

PEERS = ("4.3-1a2-08",)
BEGINS, ENDS, METHOD = ("4.3-1b1-01",), ("4.3-1b1-02",), ("4.3-1b1-03",)
SHARING = ("4.3-1c-04", "4.3-1c-05")
DECLARED, HOLDS, EXISTS, ONE = ("bunkaiten-01",), ("bunkaiten-04",), ("bunkaiten-05",), ("bunkaiten-06",)

# Tsubaki's end, on AWS
CUSTOMER, ROUTE = "aws_customer_gateway.momiji", "aws_vpn_connection_route.momiji"
TUNNEL, VPN = "aws_vpn_connection.momiji", "aws_vpn_gateway.referral"
OUT = "aws_vpc_security_group_egress_rule.sender"
IN = "aws_vpc_security_group_ingress_rule.replies"
REPLIES, LISTENER = "aws_lb.replies", "aws_lb_listener.replies"
BUCKET, POLICY = "aws_s3_bucket.images", "aws_s3_bucket_policy.images"

# Momiji's end, on Azure and Kubernetes
LOCAL = "azurerm_local_network_gateway.tsubaki[0]"
CONNECTION = "azurerm_virtual_network_gateway_connection.tsubaki[0]"
PORTAL = "azurerm_network_security_group.portal"
ACCOUNT, NETWORKS = "azurerm_storage_account.images", "azurerm_storage_account_network_rules.images"
CONTAINER = "azurerm_storage_container.images"
LETTERS = "kubernetes:referral/Ingress.networking.k8s.io/letters"
EGRESS = "kubernetes:referral/NetworkPolicy.networking.k8s.io/letters"
NAMESPACE = "kubernetes:/Namespace/referral"
NGINX = "kubernetes:ingress-nginx/ConfigMap/ingress-nginx-controller"
MARKS = ("metadata", "annotations")
ALLOWED = (*MARKS, "nginx.ingress.kubernetes.io/whitelist-source-range")


def all_of_them() -> Iterator[Contradiction]:
    """Yield every contradiction, with names of their own."""
    return chain(
        _of_tunnels(),
        _of_ciphers(),
        _of_rules(),
        _of_objects(),
        _of_what_listens(),
        _of_stores(),
        _of_markers(),
        _of_points(),
        _of_parties(),
    )


def _of_tunnels() -> Iterator[Contradiction]:
    for end, gateway, address in (
        ("Tsubaki's", CUSTOMER, ["ip_address"]),
        ("Momiji's", LOCAL, ["gateway_address"]),
    ):
        yield contradiction(
            f"{end} tunnel to a stranger",
            put(gateway, address, "192.0.2.99"),
            said(PEERS, "observed_stranger", REFERRAL),
        )
        yield contradiction(
            f"{end} tunnel to somebody not yet known",
            late(gateway, address),
            said(PEERS, "observed_peer_unknown", REFERRAL),
        )
    for end, gateway, networks in (
        ("Tsubaki's", ROUTE, ["destination_cidr_block"]),
        ("Momiji's", LOCAL, ["address_space", 0]),
    ):
        yield contradiction(
            f"network of a stranger behind {end} tunnel",
            put(gateway, networks, "192.0.2.0/24"),
            said(PEERS, "observed_stranger", REFERRAL),
        )
    yield contradiction(
        "private network that nobody declared behind Momiji's tunnel",
        put(LOCAL, ["address_space", 0], "10.30.0.0/16"),
    )


def _of_ciphers() -> Iterator[Contradiction]:
    policy = ["ipsec_policy", 0]
    yield contradiction(
        "old version of IKE at Momiji's end alone",
        put(CONNECTION, ["connection_protocol"], "IKEv1"),
        said(METHOD, "observed_old_key_exchange", REFERRAL),
    )
    yield contradiction(
        "old version of IKE too, in one tunnel of Tsubaki's",
        put(TUNNEL, ["tunnel2_ike_versions"], ["ikev1", "ikev2"]),
        said(METHOD, "observed_key_exchange_open", REFERRAL),
    )
    yield contradiction(
        "version of IKE that Tsubaki left to AWS",
        put(TUNNEL, ["tunnel1_ike_versions"], None),
        said(METHOD, "observed_key_exchange_open", REFERRAL),
    )
    for cipher in ("DES", "DES3", "None"):
        yield contradiction(
            f"cipher of Momiji's end is {cipher}",
            put(CONNECTION, [*policy, "ipsec_encryption"], cipher),
            said(METHOD, "observed_weak_cipher", REFERRAL),
        )
    yield contradiction(
        "ciphers that Momiji left to Azure",
        put(CONNECTION, ["ipsec_policy"], []),
        said(METHOD, "observed_cipher_open", REFERRAL),
    )
    yield contradiction(
        "cipher of Momiji's end not yet known",
        late(CONNECTION, [*policy, "ipsec_encryption"]),
        said(METHOD, "observed_key_exchange_open", REFERRAL),
    )
    yield contradiction(
        "shorter keys at Momiji's end", put(CONNECTION, [*policy, "ipsec_encryption"], "AES128")
    )
    yield contradiction(
        "TLS alone declared",
        declare(["exchanges", "referral", "encryption", "method"], {"protocol": "TLS 1.3"}),
    )


def _of_rules() -> Iterator[Contradiction]:
    for name, network, code in (
        ("a stranger", "192.0.2.0/24", "observed_stranger"),
        ("everybody", "0.0.0.0/0", "observed_anybody"),
    ):
        yield contradiction(
            f"Tsubaki's entrance open to {name}",
            put(IN, ["cidr_ipv4"], network),
            said(PEERS, code, REFERRAL),
        )
        yield contradiction(
            f"Tsubaki's sender let out to {name}",
            put(OUT, ["cidr_ipv4"], network),
            said(PEERS, code, REFERRAL),
        )
        yield contradiction(
            f"Momiji's entrance open to {name}",
            _of_rule("from-tsubaki", "source_address_prefix", network),
            said(PEERS, code, REFERRAL),
        )
        yield contradiction(
            f"Momiji's portal let out to {name}",
            _of_rule("to-tsubaki", "destination_address_prefix", network),
            said(PEERS, code, REFERRAL),
        )
    yield contradiction(
        "Momiji's entrance open to the internet, as Azure calls it",
        _of_rule("from-tsubaki", "source_address_prefix", "Internet"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "Momiji's entrance open to the other cloud's services",
        _of_rule("from-tsubaki", "source_address_prefix", "AzureCloud"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "nothing keeps Momiji's portal in",
        put(PORTAL, ["security_rule"], []),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "each end's wards in the other's monitoring",
        put("aws_vpc_security_group_ingress_rule.monitoring", ["cidr_ipv4"], "10.20.3.0/24"),
        said(
            DECLARED,
            "crossing_undeclared",
            "terraform:aws_vpc_security_group_ingress_rule.monitoring",
        ),
    )


def _of_objects() -> Iterator[Contradiction]:
    for name, network, code in (
        ("a stranger", "192.0.2.0/24", "observed_stranger"),
        ("everybody", "0.0.0.0/0", "observed_anybody"),
    ):
        yield contradiction(
            f"Momiji's pods let out to {name}",
            write(EGRESS, ["spec", "egress", 0, "to", 0, "ipBlock", "cidr"], network),
            said(PEERS, code, REFERRAL),
        )
        yield contradiction(
            f"Momiji's Ingress open to {name}",
            write(LETTERS, ALLOWED, network),
            said(PEERS, code, REFERRAL),
        )
    # certificates are asked for, and nobody says of a name who has one
    yield contradiction("Momiji's Ingress with no list of networks", erase(LETTERS, ALLOWED))
    # only Tsubaki's wards reach it, through the tunnel
    yield contradiction("Momiji's Ingress without TLS", erase(LETTERS, ["spec", "tls"]))
    yield contradiction(
        "Momiji's Ingress without TLS, with no list of networks",
        both(erase(LETTERS, ALLOWED), erase(LETTERS, ["spec", "tls"])),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "old protocols at Momiji's Ingress",
        write(NGINX, ["data", "ssl-protocols"], "TLSv1 TLSv1.2"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "name in Momiji's cluster that leads to a stranger",
        bring(
            {
                "apiVersion": "v1",
                "kind": "Service",
                "metadata": {"name": "relay", "namespace": "referral"},
                "spec": {"type": "ExternalName", "externalName": "relay.elsewhere.example"},
            }
        ),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "TLS ended in a namespace that is nobody's",
        declare(["parties", "momiji", "identifiedBy", "kubernetesNamespaces"], ["other"]),
        said(ENDS, "observed_operator_unknown", REFERRAL),
    )


def _of_what_listens() -> Iterator[Contradiction]:
    # inside, and its rules let in nobody else
    yield contradiction("Tsubaki's listener in plain text, inside", put(LISTENER, ["protocol"], "HTTP"))
    yield contradiction("Tsubaki's load balancer on the internet", put(REPLIES, ["internal"], value=False))
    yield contradiction(
        "old protocols at Tsubaki's listener",
        put(LISTENER, ["ssl_policy"], "ELBSecurityPolicy-2016-08"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "replies taken by what the provider operates",
        tag(REPLIES, "bunkaiten:operated-by", "shinshu-net"),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "replies taken by the other end",
        tag(REPLIES, "bunkaiten:operated-by", "momiji"),
    )


def _of_stores() -> Iterator[Contradiction]:
    yield contradiction(
        "Tsubaki's images given to another account",
        text(POLICY, "policy", lambda policy: policy["Statement"][0].update(_account("999900001111"))),
        said(SHARING, "observed_reader", TSUBAKI_IMAGES),
    )
    yield contradiction(
        "Tsubaki's images given to everybody, were that not prevented",
        text(POLICY, "policy", lambda policy: policy["Statement"][0].update(Principal="*")),
    )
    yield contradiction(
        "Tsubaki's images in another region",
        put(BUCKET, ["region"], "us-east-1"),
        said(HOLDS, "observed_elsewhere", TSUBAKI_IMAGES),
    )
    yield contradiction(
        "Tsubaki's images in Momiji's care",
        tag(BUCKET, "bunkaiten:operated-by", "momiji"),
        said(HOLDS, "observed_other_custodian", TSUBAKI_IMAGES),
    )
    yield contradiction(
        "Momiji's images open to a stranger's network",
        put(NETWORKS, ["ip_rules", 1], "192.0.2.0/24"),
        said(DECLARED, "crossing_beyond", f"terraform:{NETWORKS}"),
    )
    yield contradiction(
        "Momiji's images open to whom it is not yet known",
        late(NETWORKS, ["ip_rules"]),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{NETWORKS}"),
    )
    yield contradiction(
        "Momiji's images copied to the paired region",
        put(ACCOUNT, ["account_replication_type"], "GRS"),
        said(HOLDS, "observed_elsewhere", MOMIJI_IMAGES),
    )
    yield contradiction(
        "Momiji's images copied into another subscription",
        add(
            "azurerm_storage_object_replication.out",
            {
                "source_storage_account_id": "stkuramomijiimages",
                "destination_storage_account_id": (
                    f"/subscriptions/{STRANGER}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st"
                ),
            },
        ),
        said(SHARING, "observed_reader", MOMIJI_IMAGES),
        said(HOLDS, "observed_store_unknown", MOMIJI_IMAGES),
    )
    yield contradiction(
        "Tsubaki no longer declared to share Momiji's images",
        declare(["externalStorage", "momiji-images", "sharedWith"], "none"),
        # its network is let in all the same
        said(DECLARED, "crossing_beyond", f"terraform:{NETWORKS}"),
    )


def _of_markers() -> Iterator[Contradiction]:
    storage = "bunkaiten:external-storage"
    yield contradiction(
        "markers swapped: Tsubaki's bucket marked as Momiji's store",
        tag(BUCKET, storage, "momiji-images"),
        said(HOLDS, "observed_elsewhere", MOMIJI_IMAGES),
        # Tsubaki's storage has nothing left
        said(EXISTS, "nothing_compared", TSUBAKI_IMAGES),
    )
    yield contradiction(
        "markers swapped: Momiji's account marked as Tsubaki's store",
        tag(ACCOUNT, storage, "tsubaki-images", attributes=("tags",)),
        said(HOLDS, "observed_elsewhere", TSUBAKI_IMAGES),
    )
    yield contradiction(
        "bucket of both storages",
        tag(BUCKET, storage, "tsubaki-images momiji-images"),
        said(HOLDS, "observed_elsewhere", MOMIJI_IMAGES),
        said(ONE, "claimed_by_two", TSUBAKI_IMAGES, MOMIJI_IMAGES),
    )
    yield contradiction(
        "marker that names nothing, on Azure",
        tag(CONNECTION, "bunkaiten:exchange", "referal", attributes=("tags",)),
        said(DECLARED, "marker_names_nothing", f"terraform:{CONNECTION}"),
    )


def _of_points() -> Iterator[Contradiction]:
    points = ["exchanges", "referral", "demarcationPoints"]
    for cloud, thing in (
        ("AWS", "terraform:aws_vpn_connection.midori"),
        ("Azure", "terraform:azurerm_virtual_network_gateway_connection.tsubaki[7]"),
        ("Google, which is in neither plan", "terraform:google_compute_vpn_tunnel.momiji"),
        ("Kubernetes", "kubernetes:referral/Ingress/other"),
    ):
        yield contradiction(
            f"point that exists in neither plan, of {cloud}",
            declare([*points, 0, "at"], thing),
            said(EXISTS, "thing_not_found", REFERRAL),
        )
    for end, tunnel in (("Tsubaki's", TUNNEL), ("Momiji's", CONNECTION)):
        yield contradiction(
            f"{end} tunnel deleted",
            act(tunnel, "delete"),
            said(EXISTS, "thing_not_found", REFERRAL),
        )
    yield contradiction(
        "pattern that fits in one plan alone",
        declare(["exchanges", "referral", "implementedBy", 1], "terraform:aws_instance.send*"),
    )
    yield contradiction(
        "pattern that fits in neither plan",
        declare(["exchanges", "referral", "implementedBy", 1], "terraform:google_compute_*"),
        said(EXISTS, "thing_not_found", REFERRAL),
    )
    yield contradiction(
        "the other end's workload deployed no longer", leave_out("kubernetes:referral/Service/letters")
    )


def _of_parties() -> Iterator[Contradiction]:
    yield contradiction(
        "Momiji's VPN gateway no longer declared",
        drop(["parties", "momiji", "identifiedBy", "networks"], "203.0.113.20/32"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "Tsubaki's tunnels no longer declared",
        drop(["parties", "tsubaki", "identifiedBy", "networks"], "198.51.100.20/31"),
        # both local network gateways
        said(PEERS, "observed_stranger", REFERRAL, times=2),
    )
    yield contradiction(
        "Momiji's subscription no longer declared",
        declare(["parties", "momiji", "identifiedBy", "azureSubscriptions"], [STRANGER]),
    )
    yield contradiction(
        "Momiji's wards no longer declared",
        drop(["parties", "momiji", "identifiedBy", "networks"], "10.20.0.0/16"),
    )


def _account(number: str) -> dict[str, dict[str, str]]:
    return {"Principal": {"AWS": f"arn:aws:iam::{number}:root"}}


def _of_rule(named: str, field: str, value: object) -> Change:
    """Return the change of `field` in the rule of Momiji's group that has the name."""

    def change(stack: Stack) -> None:
        blocks = stack.change_of(PORTAL)["after"]["security_rule"]
        [block] = [each for each in blocks if each["name"] == named]
        block[field] = value

    return change
