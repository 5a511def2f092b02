"""What is known of those who left: the marks that the official terms ask for (vsv, niet in BRP)."""

from datetime import date

from pactwerk.figures.flows.expressions import leaving
from pactwerk.figures.flows.records.cells import in_order, state_of
from pactwerk.figures.flows.records.reading import Enrolments
from pactwerk.figures.flows.terms import start_qualifications
from pactwerk.figures.flows.transition import Transition


class LeaverCounter:
    """Counts the leavers of a pair of years again, with their marks.

    `qualified`: the diploma of a start qualification (by `terms`, on the last 1 October of the file) stands at the
    person in this or an earlier year of the file; not known for who was in mbo, vavo or higher education in the file's
    first year already, because an earlier diploma may lie before it. `young`: `age` (on 1 October of the earlier
    year) is under 23. `registered`: as the file says. A mark is None where its column is missing or empty.
    """

    def __init__(
        self, enrolments: Enrolments, grain: tuple[str, ...], by: tuple[str, ...], fields: tuple[str, ...]
    ) -> None:
        """Look once through all years for the diplomas of everybody."""
        self._enrolments, self._asked = enrolments, (grain, by, fields)
        day = date(enrolments.years[-1], 10, 1)
        enrolments.define("history", leaving.history, start_qualifications(day), enrolments.years[0], kept=True)

    def told(self, pair: list[Transition], year: int) -> list[Transition]:
        """The transitions of a pair, those who left with their marks. The tables of the pair must still stand."""
        grain, by, _ = self._asked
        found = [one for one in pair if one.target is not None]
        for row in self._enrolments.rows(leaving.leavers, *self._asked, year):
            codes, rest = row[: len(grain)], row[len(grain) :]
            named = dict(zip(by, rest[: len(by)], strict=True))
            qualified, young, registered, persons = rest[len(by) :]
            found.append(
                Transition(
                    year=year, source=state_of(codes, grain), target=None, persons=int(persons),
                    diploma=named.get("diploma", ""), sex=named.get("sex", ""), area=named.get("area", ""),
                    qualified=qualified, young=young, registered=registered,
                )
            )  # fmt: skip
        return sorted(found, key=in_order)

    def close(self) -> None:
        """Drop what was looked up."""
        self._enrolments.engine.drop("history")
