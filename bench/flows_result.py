"""What every program of the flow benchmark must give: the same counts, told by one digest."""

import hashlib
from collections import Counter
from collections.abc import Iterable

Found = tuple[int, str, str, str | None, int]
"""Year, level, diploma of that year (empty for none), level of the next year (None for left), persons."""


def digest(rows: Iterable[Found]) -> str:
    """Short text that is the same for the same counts."""
    counts: Counter[tuple[int, str, str, str]] = Counter()
    for year, level, diploma, after, persons in rows:
        counts[int(year), level, diploma or "", after or "-"] += int(persons)
    text = "\n".join(f"{key} {value}" for key, value in sorted(counts.items()) if value)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
