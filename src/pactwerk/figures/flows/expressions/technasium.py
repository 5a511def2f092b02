"""What became of the pupils with O&O in havo or vwo year 3, a year later."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.basis.vocabularies.schooling import PROFILES
from pactwerk.figures.flows.expressions.codes import plain, recoded
from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.statements import Schema

_ONE_WAY = [code.lower() for code, term in PROFILES.items() if term.group == "havo-vwo"]
_GENERAL = sorted({name for code in _ONE_WAY for name in (code, code[2:] + code[:2])})
NATURE = tuple(code for code in _GENERAL if "n" in code)
"""Profiles with a natural-science half, double ones too and either half first: `nt`, `ng`, `ntem`, `emnt`, ..."""
SOCIETY = tuple(code for code in _GENERAL if "n" not in code)
RULES = ("compulsory", "elective")
_YES, _NO = ("yes", "y", "ja", "j", "1", "true"), ("no", "n", "nee", "0", "false")
_SCHOOL = "^[0-9]{2}[A-Z]{2}$"


def _school(column: ir.StringColumn) -> ir.StringValue:
    """The BRIN of four characters: another location of the same school is the same school."""
    return column.strip().upper().fill_null("")[0:4]


def outcomes(schema: Schema, this: str, later: str) -> ir.Table:
    """Per `rule`, `track`, `sex`, `school` and `outcome` (see `technasium.OUTCOMES`): `persons`.

    `this` and `later` hold everybody of two successive years once. A school has a Technasium when somebody in the
    file follows O&O there in the later year.
    """
    before, after = (_named(schema, name) for name in (this, later))
    pupils = before.filter(
        (plain(before.level) == "vo")
        & plain(before.track).isin(["havo", "vwo"])
        & (plain(before.grade) == "3")
        & plain(before.oo).isin(_YES)
    )
    start = pupils.select(
        "person",
        "sex",
        from_track=plain(pupils.track),
        from_school=_school(pupils.institution),
        rule=plain(pupils.oo_rule),
    )
    offering = after.filter(plain(after.oo).isin(_YES)).select(offers=_school(after.institution)).distinct()
    there = after.select(
        to_person=after.person, level=plain(after.level), track=plain(after.track), grade=plain(after.grade),
        field=_profile(after.field), oo=plain(after.oo), school=_school(after.institution),
    )  # fmt: skip
    there = there.left_join(offering, there.school == offering.offers)
    both = start.left_join(there, start.person == there.to_person)
    told = both.select(
        rule=ibis.ifelse(both.rule.isin(RULES), both.rule, "unknown"),
        track=both.from_track,
        sex=recoded("sex", both.sex, ()),
        school=ibis.ifelse(both.from_school.re_search(_SCHOOL), both.from_school, layout.UNKNOWN),
        outcome=_outcome(both),
    )
    return told.group_by(list(told.columns)).aggregate(persons=told.count())


def _named(schema: Schema, name: str) -> ir.Table:
    year = ibis.table(dict(schema), name=name)
    return year.filter(year.person.notnull())


def _profile(column: ir.StringColumn) -> ir.StringValue:
    """The code of a profile without the sign between the halves of a double one: `nt-ng` and `nt/ng` are `ntng`."""
    return plain(column).replace("-", "").replace("/", "").replace("&", "").replace(" ", "")


def _outcome(both: ir.Table) -> ir.StringValue:
    """In the order that decides: gone, a school nobody knows, another one, lower, the year again, and then year 4."""
    lower = (both.from_track == "vwo") & (both.track == "havo") | both.track.isin(["tl", "gl", "kb", "bb", "pro"])
    fourth = (both.grade == "4") & both.track.isin(["havo", "vwo"])
    none = fourth & both.oo.isin(_NO)
    cases: Sequence[tuple[ir.BooleanValue, str]] = (
        (both.to_person.isnull() | (both.level != "vo"), "g"),
        ((both.school == "") | (both.from_school == ""), "x"),
        ((both.school != both.from_school) & both.offers.notnull(), "f-technasium"),
        (both.school != both.from_school, "f-other"),
        (lower, "e"),
        ((both.grade == "3") & both.track.isin(["havo", "vwo"]), "d"),
        (fourth & both.oo.isin(_YES), "a"),
        (none & both.field.isin(NATURE), "b"),
        (none & both.field.isin(SOCIETY), "c"),
    )
    return ibis.cases(*cases, else_="x")
