"""The same counts in Polars and in pandas; everybody once, by rank."""

import sys
from pathlib import Path

from bench.flows_data import FIRST, YEARS
from bench.flows_result import Found, digest
from bench.measured import Clock, report

_RANKS = {"hbo": 1, "mbo": 2, "vo": 3}


def in_polars(folder: Path) -> list[Found]:
    """Year pairs of lazy scans on the streaming engine; doubles go only in years that have them."""
    import polars

    def once(year: int) -> polars.LazyFrame:
        rows = polars.scan_parquet(folder / f"{year}.parquet").select("person", "level", "diploma")
        told = rows.select(twice=polars.col("person").n_unique() < polars.len()).collect(engine="streaming")
        if not told.item():
            return rows
        rank = polars.col("level").replace_strict(_RANKS, return_dtype=polars.Int8)
        return rows.sort(rank).unique("person", keep="first", maintain_order=True)

    found: list[Found] = []
    later = once(FIRST)
    for year in range(FIRST, FIRST + YEARS - 1):
        earlier, later = later, once(year + 1)
        after = later.select("person", after="level")
        counted = earlier.join(after, on="person", how="left").group_by("level", "diploma", "after").len()
        found += [(year, *row) for row in counted.collect(engine="streaming").iter_rows()]
    return found


def in_pandas(folder: Path) -> list[Found]:
    """One merge of the whole with itself; the files are read by Polars, because pandas needs a package for Parquet."""
    import pandas
    import polars

    columns = ["year", "person", "level", "diploma"]
    read = polars.read_parquet(folder / "*.parquet", columns=columns)
    words = {name: polars.Enum(sorted(read[name].unique())) for name in ("level", "diploma")}
    read = read.with_columns(polars.col(name).cast(kind) for name, kind in words.items())
    frame = pandas.DataFrame({name: _plain(read[name]) for name in columns})
    rank = frame["level"].map(_RANKS).astype("int8")
    if frame.duplicated(["year", "person"]).any():
        frame = frame.assign(rank=rank).sort_values("rank", kind="stable").drop_duplicates(["year", "person"])
    after = frame[["year", "person", "level"]].rename(columns={"level": "after"}).assign(year=frame["year"] - 1)
    joined = frame[frame["year"] < FIRST + YEARS - 1].merge(after, on=["year", "person"], how="left")
    counted = joined.groupby(["year", "level", "diploma", "after"], observed=True, dropna=False).size()
    return [
        (int(year), str(level), str(diploma), after if isinstance(after, str) else None, int(persons))
        for (year, level, diploma, after), persons in counted.items()
    ]


def _plain(column):
    import pandas

    if str(column.dtype).startswith("Enum"):
        codes = column.to_physical().to_numpy()
        return pandas.Categorical.from_codes(codes, categories=column.dtype.categories.to_list())
    return column.to_numpy()


def main() -> None:
    """`python -m bench.flows_frames FOLDER polars|pandas`."""
    clock = Clock()
    found = (in_polars if sys.argv[2] == "polars" else in_pandas)(Path(sys.argv[1]))
    report(clock.read(), digest=digest(found))


if __name__ == "__main__":
    main()
