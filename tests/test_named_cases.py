"""The traps and the edges that every reader of the guideline asks about are recorded cases.

Numbers of traps: where two readers of the section most often part.
"""

import json
from pathlib import Path

import pytest
import yaml

FIXTURES = Path(__file__).parents[1] / "fixtures" / "requirements"
CASES = [
    # 1: a carrier's line below does not make a provider's network
    "provider_network.route_is_secured_by_provider/deny-carrier-claims-the-route-but-institutions-configure-the-routers",
    "product.path_class_is_settled/allow-carrier-claims-the-route-but-institutions-configure",
    # 2: TLS that ends at the provider's load balancer is not end to end
    "end_to_end_encryption.encryption_ends_at_destination/deny-tls-ends-at-a-load-balancer-of-the-provider",
    # 3: a destination that is anybody
    "self_connected.no_unidentified_destination/deny-clinic-is-recognised-by-every-network",
    "self_connected.no_unidentified_destination/deny-open-list",
    # 4: a closed list of candidates is enough
    "self_connected.no_unidentified_destination/allow-another-candidate-on-the-closed-list",
    # 5: sharing without consent, although the division is settled
    "external_storage.patients_consent_to_sharing/deny-no-consent-although-the-division-is-settled",
    # 6: the demarcation point was renamed in the plan
    "provider_network.path_demarcation_is_fixed/deny-demarcation-point-was-renamed-in-the-plan",
    # 7: outage, but not incident
    "provider_network.incident_response_is_agreed/deny-contract-covers-outage-but-not-incident",
    # 8: the vendor takes over all responsibility
    "remote_maintenance.ordinary_operation_stays_with_institution/deny-vendor-takes-over-all",
    "remote_maintenance.final_responsibility_is_one/deny-vendor-takes-over-all",
    "external_storage.ordinary_operation_stays_with_institution/deny-vendor-takes-over-all-responsibility",
    # 9: two exchanges on one line, entrustment and third-party provision
    "provider_network.entrustment_leaves_responsibility_with_source/deny-entrustment-flow-held-like-the-third-party-flow",
    "provider_network.provision_moves_responsibility_to_destination/deny-third-party-flow-held-like-the-entrustment-flow",
    # 10: the internet is not the public telephone network
    "product.path_class_is_settled/undetermined-internet-is-no-public-telephone-network",
    "product.path_class_is_settled/allow-telephone-network",
    # days, parties and leaders of agreements
    "provider_network.agreement_is_in_force/allow-contract-begins-today",
    "provider_network.agreement_is_in_force/allow-contract-ends-today",
    "provider_network.agreement_is_in_force/deny-contract-ended-yesterday",
    "provider_network.agreement_is_in_force/deny-contract-begins-tomorrow",
    "provider_network.agreement_is_in_force/note-contract-renews-automatically",
    "provider_network.agreement_is_in_force/deny-contract-binds-the-wrong-pair",
    "provider_network.agreement_is_in_force/allow-three-party-contract-counts-for-each-pair",
    "provider_network.failure_lead_is_named/deny-two-agreements-name-different-leaders",
]


@pytest.mark.parametrize("case", CASES)
def test_case_is_recorded_with_the_verdict_of_its_name(case: str) -> None:
    expected = json.loads((FIXTURES / case / "expected.json").read_text("utf-8"))
    part = {"allow": "satisfied", "deny": "deny", "undetermined": "undetermined", "note": "note"}

    assert expected[part[case.partition("/")[2].partition("-")[0]]]


def test_one_line_carries_exchanges_of_different_classes() -> None:
    base = FIXTURES / "end_to_end_encryption.encryption_begins_at_source" / "allow-base"
    exchanges = yaml.safe_load((base / "declaration.yaml").read_text("utf-8"))["spec"]["exchanges"].values()

    assert {each["encryption"]["begins"]["at"] for each in exchanges} >= {"source-system", "provider-edge"}
    assert len({each["path"]["provider"] for each in exchanges}) == 1
