"""The words that declarations are written with."""

from collections.abc import Mapping

AS_OF = "2026-11-22"
"""The evaluation date of everything that is written."""

_DAYS = ("2026-11-21", AS_OF, "2026-11-23", "2026-10-31", "2024-02-29", "2026-04-01", "2099-12-31")
POOLS: Mapping[str, tuple[object, ...]] = {
    "date": _DAYS,
    "duration": ("P1D", "P31D", "P4W", "P1M", "P1Y", "P9999Y"),
    "word": ("紹介状", "a/b~c", "{party}", "100 %", "AES-256-GCM"),
    "component": (
        "terraform:module.line.*",
        "terraform:terraform_data.gateway[0]",
        "terraform:terraform_data.gone",
        "kubernetes:clinic/Service/referral",
        "kubernetes:clinic/Service/gone*",
        "site:aoba/onu-1",
    ),
}
DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
ROLES = {
    "aoba": "institution",
    "midori": "institution",
    "hoshi": "institution",
    "chubu-net": "provider",
    "tokai-net": "provider",
    "labo": "contractor",
    "medifix": "maintainer",
    "kura": "custodian",
}
LIKELY = {
    "provider": "provider",
    "routeSecuredBy": "provider",
    "failureLead": "provider",
    "management": "provider",
    "defects": "provider",
    "custodian": "custodian",
    "maintainer": "maintainer",
    "contractor": "contractor",
    "owner": "institution",
    "institution": "institution",
    "sharedWith": "institution",
}
"""Fields that mostly name a party of one role."""
