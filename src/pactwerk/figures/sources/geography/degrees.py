"""Coordinates in degrees (WGS84) within the Netherlands, with a margin; national coordinates are far outside."""

import math

LONGITUDE = (2.5, 8.0)
LATITUDE = (50.0, 54.5)


def degree(text: str, within: tuple[float, float]) -> float | None:
    """A coordinate written with a point or a comma; None for a text that is none, or lies elsewhere."""
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) and within[0] < found < within[1] else None
