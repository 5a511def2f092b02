"""Who goes and comes back: an interruption, beside the leaving and the coming that the transitions count."""

from collections.abc import Iterator, Sequence


def interruptions(mask: int, years: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(last year before, first year after) of every gap in somebody's years; a year the file lacks is no gap.

    `mask` has the bit `year - years[0]` set for every year that the person is there.
    """
    there = [bool(mask >> (year - years[0]) & 1) for year in years]
    last = None
    for position, present in enumerate(there):
        if present:
            if last is not None and position > last + 1:
                yield years[last], years[position]
            last = position
