"""The kinds of school advice, in the publisher's order and under all its headers."""

import re
from collections.abc import Mapping

ADVICES = (
    *("VSO", "PRO", "VMBO_B", "VMBO_B_K", "VMBO_K", "VMBO_K_GT", "VMBO_GT", "VMBO_GT_HAVO", "HAVO", "HAVO_VWO", "VWO"),
    "NIET_MOGELIJK",
)
"""The codes, from special education to pre-university; the last one: no advice could be given."""

_SPELLINGS = {code.replace("_", ""): code for code in ADVICES} | {
    "ADVIESNIETMOGELIJK": "NIET_MOGELIJK",
    "VMBOBL": "VMBO_B",
    "VMBOBLKL": "VMBO_B_K",
    "VMBOKL": "VMBO_K",
    "VMBOKLGT": "VMBO_K_GT",
    "VMBOKLGLTL": "VMBO_K_GT",
    "VMBOGLTL": "VMBO_GT",
    "VMBOGTHAVO": "VMBO_GT_HAVO",
    "VMBOGLTLHAVO": "VMBO_GT_HAVO",
}
AMOUNT = re.compile(f"({'|'.join(sorted(_SPELLINGS, key=len, reverse=True))})")


def complete(groups: list[tuple[str, ...]]) -> list[str]:
    """The kinds of advice that have no column."""
    there = {_SPELLINGS[group] for (group,) in groups}
    return [code for code in ADVICES if code not in there]


def says(groups: tuple[str, ...]) -> Mapping[str, str]:
    """What a column of advices counts."""
    return {"measure": "advices", "domain": _SPELLINGS[groups[0]]}
