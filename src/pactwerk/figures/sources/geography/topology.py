"""TopoJSON (specification 1.0): shared lines, kept as steps on a grid, put together to the rings of an area."""

from typing import Any

from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.texts import Text

Point = list[float]
Line = list[Point]


class Grid:
    """The lines of a topology in degrees."""

    def __init__(self, topology: dict[str, Any]) -> None:
        """Decode the arcs. Raises Refused when they are not whole."""
        transform = topology.get("transform")
        try:
            self._scale = tuple(map(float, transform["scale"])) if transform else (1.0, 1.0)
            self._shift = tuple(map(float, transform["translate"])) if transform else (0.0, 0.0)
            self._lines = [self._line(arc, steps=transform is not None) for arc in topology["arcs"]]
        except (KeyError, TypeError, ValueError, IndexError):
            raise _broken() from None

    def _line(self, arc: list[list[float]], *, steps: bool) -> Line:
        x = y = 0.0
        found: Line = []
        for step in arc:
            x, y = (x + step[0], y + step[1]) if steps else (float(step[0]), float(step[1]))
            found.append(self.degrees([x, y]))
        return found

    def degrees(self, place: list[float]) -> Point:
        """A place on the grid in degrees."""
        return [round(place[axis] * self._scale[axis] + self._shift[axis], 6) for axis in (0, 1)]

    def geometry(self, area: dict[str, Any]) -> dict[str, Any] | None:
        """The GeoJSON of a polygon or several; None for another kind. Raises Refused for lines that are not there."""
        try:
            if area.get("type") == "Polygon":
                return {"type": "Polygon", "coordinates": [self._ring(ring) for ring in area["arcs"]]}
            if area.get("type") == "MultiPolygon":
                rings = [[self._ring(ring) for ring in polygon] for polygon in area["arcs"]]
                return {"type": "MultiPolygon", "coordinates": rings}
        except (KeyError, TypeError, IndexError):
            raise _broken() from None
        return None

    def _ring(self, arcs: list[int]) -> Line:
        found: Line = []
        for number in arcs:
            # a negative number is the line of its complement, walked the other way
            line = self._lines[number] if number >= 0 else self._lines[~number][::-1]
            found += line[1:] if found else line
        return found


def _broken() -> Refused:
    return Refused(Text("de lijnen van deze TopoJSON kloppen niet", "the lines of this TopoJSON are not right"))
