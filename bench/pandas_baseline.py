"""The same indicators for the same areas and breakdowns as a pandas program, to compare speed and answers with.

It uses the product's reference tables (areas, municipalities, measures), so that only the work differs.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from bench.files import ADDRESSES, EXAMS, PUPILS, SCHOOLS, data
from bench.measured import Clock, report
from pactwerk.basis.places import municipality_by_name, province_by_name
from pactwerk.figures.indicators import counting, reference_tables
from pactwerk.figures.indicators.families import SCHOOL_TABLES
from pactwerk.figures.indicators.measures.school import SCHOOL_MEASURES

DIMENSIONS = ["track", "sex", "profile", "municipality", "province"]
FLAGS = list(counting.FLAGS)
SUMS = ["all_low", "all_high", *(f"{flag}_{side}" for flag in FLAGS for side in ("low", "high"))]
KEYS = ["indicator", "definition", "area", "period", *DIMENSIONS]
DEPARTMENTS = {
    "Produceren, installeren en energie": "PIE", "Bouwen, wonen en interieur": "BWI", "Groen": "G",
    "Mobiliteit en transport": "MTR", "Media, vormgeving en ICT": "MVI", "Maritiem en Techniek": "MTE",
    "Vakmanschapsroute Techniek": "VTE", "Techniek Breed -ISP": "TBR", "Zorg en welzijn": "ZWE",
    "Economie en ondernemen": "EO", "Horeca, bakkerij en recreatie": "HBR", "Dienstverlening en producten": "DP",
    "Natuur en Techniek": "NT", "Natuur en Gezondheid": "NG", "Natuur en Techniek / Natuur en Gezondheid": "NTNG",
    "Natuur en Techniek / Economie en Maatschappij": "NTEM", "Natuur en Techniek / Cultuur en Maatschappij": "NTCM",
    "Natuur en Gezondheid / Economie en Maatschappij": "NGEM",
    "Natuur en Gezondheid / Cultuur en Maatschappij": "NGCM",
}  # fmt: skip


def read(name: str, encoding: str = "cp1252", **more: object) -> pd.DataFrame:
    return pd.read_csv(data() / name, sep=";", dtype=str, encoding=encoding, keep_default_na=False, **more)  # type: ignore[call-overload]


def named(column: pd.Series, lookup: object) -> pd.Series:
    """Map names to codes, each distinct name once."""
    return column.map({name: lookup(name) for name in column.unique()})  # type: ignore[operator]


def pupils(period: str) -> pd.DataFrame:
    counts = [f"LEER- OF VERBLIJFSJAAR {grade} - {sex}" for grade in (3, 4) for sex in ("MAN", "VROUW")]
    texts = ["BRIN NUMMER", "VESTIGINGSNUMMER", "PROVINCIE VESTIGING", "VMBO SECTOR", "AFDELING",
             "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"]  # fmt: skip
    raw = read(PUPILS[period], usecols=[*texts, *counts])
    kind = raw[texts[-1]]
    tracks = {"VMBO BL lj 3-4": "bb", "VMBO KL lj 3-4": "kb", "VMBO GL lj 3-4": "gl", "HAVO lj 4-5": "havo",
              "VWO lj 4-6": "vwo"}  # fmt: skip
    raw = raw.assign(track=kind.map(tracks)).dropna(subset="track")
    parts = []
    for grade in (3, 4):
        for title, sex in (("MAN", "male"), ("VROUW", "female")):
            count = raw[f"LEER- OF VERBLIJFSJAAR {grade} - {title}"].astype("int32")
            part = raw.assign(grade=grade, sex=sex, low=count, high=count)[count > 0]
            parts.append(part)
    cells = pd.concat(parts, ignore_index=True)
    vmbo = cells.track.isin(counting.VMBO_TRACKS)
    cells = cells[vmbo | (cells.grade == 4)]
    vmbo = cells.track.isin(counting.VMBO_TRACKS)
    department = cells["AFDELING"]
    profile = department.map(DEPARTMENTS)
    return pd.DataFrame(
        {
            "table": "vo_pupils", "period": period,
            "population": np.where(vmbo, "vmbo-", cells.track + "-") + cells.grade.astype(str),
            "location": cells["BRIN NUMMER"] + cells["VESTIGINGSNUMMER"].str.zfill(2),
            "province": named(cells["PROVINCIE VESTIGING"], province_by_name), "own": None, "track": cells.track,
            "department": department, "profile": profile, "sex": cells.sex, "low": cells.low, "high": cells.high,
            "technical_sector": cells["VMBO SECTOR"] == "Techniek",
            "technical_profile": profile.isin(counting.TECHNICAL_PROFILES),
            "nature": profile.isin(counting.NATURE_PROFILES), "by_sex": True, "in_total": True,
        }
    )  # fmt: skip


def exams(name: str, years: range) -> pd.DataFrame:
    raw = read(name, "utf-8" if years.start >= 2019 else "cp1252")
    program = raw["OPLEIDINGSNAAM"].str.split(" - ", n=1, expand=True)
    level = program[0].map(
        {"VMBO B": "bb", "VMBO LWT": "bb", "VMBO K": "kb", "VMBO G": "gl", "HAVO": "havo", "VWO": "vwo"}
    )
    base = raw.assign(track=level, sector=program[1], own=named(raw["GEMEENTENAAM"], municipality_by_name))
    base = base.dropna(subset="track")
    group = base.track.where(base.track.isin(["havo", "vwo"]), "vmbo")
    location = base["VESTIGINGSNUMMER" if "VESTIGINGSNUMMER" in base else "VESTIGINGSCODE"]
    parts = []
    for year in years:
        for title, sex in (("MAN", "male"), ("VROUW", "female"), ("TOTAAL", "total")):
            for measure, word in (("candidates", "EXAMENKANDIDATEN"), ("graduates", "GESLAAGDEN")):
                cell = base[f"{word} SCHOOLJAAR {year}-{year + 1} - {title}"]
                hidden = cell == "<5"
                count = cell.where(~hidden & (cell != ""), "0").astype("int32")
                parts.append(
                    pd.DataFrame(
                        {
                            "table": "exams", "period": f"{year}/{(year + 1) % 100:02d}",
                            "population": group + f"-{measure}", "location": location, "province": None,
                            "own": base.own, "track": base.track, "department": "", "profile": None, "sex": sex,
                            "low": count.where(~hidden, 1), "high": count.where(~hidden, 4),
                            "technical_sector": base.sector == "techniek", "technical_profile": False,
                            "nature": base.sector.str.contains("N&"), "by_sex": sex != "total",
                            "in_total": sex == "total",
                        }
                    )
                )  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def addresses() -> pd.DataFrame:
    raw = read(ADDRESSES).rename(columns=str.strip)
    return pd.DataFrame(
        {
            "location": raw["VESTIGINGSNUMMER"].str.strip(),
            "address": "GM" + raw["GEMEENTENUMMER"].str.strip().str.zfill(4),
            "wgr": raw["WGR-GEBIED NAAM"].str.strip(), "rpa": raw["RPA-GEBIED NAAM"].str.strip(),
            "corop": raw["COROPGEBIED NAAM"].str.strip(),
        }
    ).drop_duplicates("location")  # fmt: skip


def facts() -> pd.DataFrame:
    """Every counted cell with its place signature."""
    cells = pd.concat([*(pupils(p) for p in PUPILS), *(exams(n, y) for n, y in EXAMS.items())], ignore_index=True)
    last = cells[cells.own.notna()].sort_values("period").drop_duplicates("location", keep="last")
    cells = cells.merge(addresses(), on="location", how="left")
    known = cells.own.fillna(cells.address).fillna(cells.location.map(last.set_index("location").own))
    provinces = dict(reference_tables.municipalities())
    cells["municipality"] = known
    cells["province"] = cells.province.fillna(known.map(provinces))
    cells["signature"] = cells.groupby(["province", "municipality", "wgr", "rpa", "corop"], dropna=False).ngroup()
    cells["profile"] = cells.profile.fillna(counting.NO_PROFILE)
    return cells[cells.population.isin(counting.TARGETS)]


def own_rules() -> pd.DataFrame:
    """What an area consists of in the borders of the files themselves."""
    names = ["area", "borders", "since", "until", "at", "column", "value"]
    rules = pd.DataFrame(reference_tables.rules({}), columns=names)
    return rules.loc[rules.borders == "", ["area", "column", "value"]]


def membership(places: pd.DataFrame) -> pd.DataFrame:
    """Area, signature and way to break down, as in the product: `parts` 0, 1 or 2."""
    rules = own_rules()
    places = places.assign(country="NL")
    wide = pd.concat(
        [places.merge(part, left_on=name, right_on="value") for name, part in rules.groupby("column") if name in places]
    )
    whole = pd.concat([wide, places[places.municipality.notna()].assign(area=lambda t: t.municipality)])
    columns = ["area", "signature", "municipality", "province", "parts"]
    town, region = wide[wide.municipality.notna()], wide[wide.province.notna()]
    return pd.concat(
        [
            whole.assign(municipality="", province="", parts=0)[columns],
            town.assign(province="", parts=1)[columns],
            region.assign(municipality="", parts=1)[columns],
            town[town.province.notna()].assign(parts=2)[columns],
        ]
    ).drop_duplicates()


def spread(cells: pd.DataFrame, held: pd.DataFrame, combine: object, *, sexes: bool = True) -> pd.DataFrame:
    """Sum for every allowed set of breakdowns, first per signature, then per area."""
    found = []
    subsets = pd.DataFrame(
        reference_tables.subsets(), columns=["population", "target", "track", "sex", "profile", "parts"]
    )
    for (target, track, sex, profile, parts), group in subsets.groupby(["target", "track", "sex", "profile", "parts"]):
        if sex and not sexes:
            continue
        chosen = cells[cells.population.isin(group.population) & (cells.by_sex if sex else cells.in_total)]
        used = [name for name, on in (("track", track), ("sex", sex), ("profile", profile)) if on]
        local = combine(chosen.groupby(["period", "signature", *used], sort=False, observed=True))  # type: ignore[operator]
        placed = local.reset_index().merge(held[held.parts + parts <= 2].drop(columns="parts"), on="signature")
        keys = ["period", "area", *used, "municipality", "province"]
        total = placed.groupby(keys, sort=False)[local.columns.to_list()].sum().reset_index()
        found.append(total.assign(target=target, **{n: "" for n in ("track", "sex", "profile") if n not in used}))
    return pd.concat(found, ignore_index=True)


def percent(part: pd.Series, rest: pd.Series) -> pd.Series:
    return 100.0 * part / (part + rest).where(part + rest > 0)


def measured(rolled: pd.DataFrame, offers: pd.DataFrame) -> pd.DataFrame:  # noqa: C901 -- a yardstick, kept flat
    """The figures of every measure but R01."""
    out = []
    for measure in SCHOOL_MEASURES:
        rows = rolled[rolled.target == measure.target]
        if measure.valid_from:
            rows = rows[rows.period >= measure.valid_from]
        if measure.valid_to:
            rows = rows[rows.period <= measure.valid_to]
        for name in DIMENSIONS:
            if name not in measure.dimensions and name != "sex":
                rows = rows[rows[name] == ""]
        used = sum((rows[name] != "").astype(int) for name in DIMENSIONS)
        if measure.kind in ("share", "count"):
            if measure.sex:
                rows = rows[rows.sex == measure.sex].assign(sex="")
            else:
                rows = rows[(rows.sex == "") | ((used <= 2) & ("sex" in measure.dimensions))]
            low, high = rows[f"{measure.flag}_low"], rows[f"{measure.flag}_high"]
            rows = rows[(rows.profile == "") | (high > 0)]
            low, high = rows[f"{measure.flag}_low"], rows[f"{measure.flag}_high"]
            if measure.kind == "share":
                low, high = percent(low, rows.all_high - high), percent(high, rows.all_low - low)
            rows = rows.assign(low=low, high=high).dropna(subset=["low", "high"])
        elif measure.kind == "gap":
            both = rows[rows.sex != ""].assign(
                share=lambda t, f=measure.flag: percent(t[f"{f}_low"], t.all_low - t[f"{f}_low"])
            )
            keys = [*KEYS[2:5], "profile", "municipality", "province"]
            wide = both.pivot_table(index=keys, columns="sex", values="share", sort=False).dropna().reset_index()
            gap = wide.female - wide.male
            rows = wide.assign(sex="", low=gap, high=gap)
        elif measure.kind in ("locations", "per_location"):
            rows = rows[rows.sex == ""].merge(offers, on=["period", *KEYS[2:3], *DIMENSIONS], how="left")
            rows = rows.assign(locations=rows.locations.fillna(0))
            rows = rows[(rows.locations > 0) | ((rows.profile == "") & (measure.kind == "locations"))]
            pupils_low = rows["technical_profile_low"]
            value = rows.locations if measure.kind == "locations" else pupils_low / rows.locations
            rows = rows.assign(low=value, high=value)
        else:
            continue
        out.append(rows.assign(indicator=measure.indicator, definition=measure.definition)[[*KEYS, "low", "high"]])
    return pd.concat(out, ignore_index=True)


def boards() -> pd.DataFrame:
    rules = own_rules()
    found = []
    for period, name in SCHOOLS.items():
        raw = read(name).rename(columns=str.strip)
        schools = pd.DataFrame(
            {
                "board": raw["BEVOEGD GEZAG NUMMER"], "brin": raw["BRIN NUMMER"], "country": "NL",
                "province": named(raw["PROVINCIE"].str.strip(), province_by_name),
                "municipality": "GM" + raw["GEMEENTENUMMER"].str.strip().str.zfill(4),
                "wgr": raw["WGR-GEBIED NAAM"].str.strip(), "rpa": raw["RPA-GEBIED NAAM"].str.strip(),
            "corop": raw["COROPGEBIED NAAM"].str.strip(),
            }
        )  # fmt: skip
        wide = pd.concat(
            [schools.merge(part, left_on=c, right_on="value") for c, part in rules.groupby("column") if c in schools]
        )
        spread_out = pd.concat(
            [
                wide.assign(municipality="", province=""),
                schools.assign(area=schools.municipality, municipality="", province=""),
                wide.assign(province=""),
                wide.assign(municipality=""),
                wide,
            ]
        )
        keys = ["area", "municipality", "province"]
        per_board = spread_out.groupby([*keys, "board"], sort=False).brin.nunique() >= counting.MINIMUM_SCHOOLS
        found.append(per_board.groupby(level=keys, sort=False).sum().rename("low").reset_index().assign(period=period))
    every = pd.concat(found, ignore_index=True)
    blank = dict.fromkeys(("track", "sex", "profile"), "")
    return every.assign(indicator="R01", definition="four-schools", high=every.low, **blank)[[*KEYS, "low", "high"]]


def figures() -> pd.DataFrame:
    """All figures of all indicators."""
    cells = facts()
    held = membership(cells[["province", "municipality", "wgr", "rpa", "corop", "signature"]].drop_duplicates())
    cells = cells.rename(columns={"low": "all_low", "high": "all_high"})
    for flag in FLAGS:
        for side in ("low", "high"):
            cells[f"{flag}_{side}"] = cells[f"all_{side}"].where(cells[flag], 0)
    keys = ["population", "period", "signature", "track", "profile", "sex", "by_sex", "in_total"]
    summed = cells.groupby(keys, sort=False)[SUMS].sum().reset_index()
    rolled = spread(summed, held, lambda grouped: grouped[SUMS].sum())
    offered = cells[(cells.population == "vmbo-3") & cells.technical_profile]
    offers = spread(offered, held, lambda grouped: grouped[["location"]].nunique(), sexes=False)
    offers = offers[offers.target == "vmbo-3"].drop(columns="target").rename(columns={"location": "locations"})
    return pd.concat([measured(rolled, offers), boards()], ignore_index=True)


def compare(mine: pd.DataFrame, public: Path) -> int:
    """The number of figures, after checking that each is the same as in the release."""
    import duckdb

    blank = ", ".join(f"coalesce({name}, '') AS {name}" for name in DIMENSIONS)
    used = " + ".join(f"({name} IS NOT NULL)::INTEGER" for name in DIMENSIONS)
    rows = duckdb.execute(
        f"SELECT {', '.join(KEYS[:4])}, {blank}, low, high"  # noqa: S608
        " FROM read_parquet($figures) JOIN read_parquet($extents) USING (extent)"
        f" WHERE {used} <= 2 AND borders = ''",
        {
            "figures": [str(public / "figures" / f"{table}.parquet") for table in SCHOOL_TABLES],
            "extents": str(public / "extents.parquet"),
        },
    ).fetchall()
    theirs = pd.DataFrame(rows, columns=[*KEYS, "low", "high"])
    both = mine.merge(theirs, on=KEYS, how="outer", suffixes=("", "_release"), indicator=True)
    odd = both[both._merge != "both"]
    assert odd.empty, f"{len(odd)} figures stand on one side only:\n{odd.head(12).to_string()}"
    for side in ("low", "high"):
        wrong = both[(both[side] - both[f"{side}_release"]).abs() > 1e-9]
        assert wrong.empty, f"{len(wrong)} figures differ:\n{wrong.head(12).to_string()}"
    return len(both)


def main() -> None:
    """`python -m bench.pandas_baseline RELEASE_FOLDER`: time the program, then compare its answers."""
    clock = Clock()
    mine = figures()
    times = clock.read()
    report(times, figures=compare(mine, Path(sys.argv[1]) / "public"))


if __name__ == "__main__":
    main()
