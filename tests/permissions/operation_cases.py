"""For every operation: who may do it, and with what it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tests.permissions.figures_home import (
    a_correction,
    a_killed_upload,
    an_area_csv,
    an_entered_area,
    csv_file,
    with_a_release,
)
from tests.permissions.world import Estate

DAY = date(2026, 1, 2)
Call = tuple[tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True)
class OperationCase:
    """``who`` may in the own office, ``anywhere`` in every office; ``call`` gives the arguments."""

    who: frozenset[str]
    call: Callable[[Estate], Call]
    anywhere: frozenset[str] = frozenset()


MANAGER = frozenset({"manager", "outsider"})  # the outsider manages the other office
EDITOR = MANAGER | {"editor"}
PLATFORM = frozenset({"platform"})
NONE: frozenset[str] = frozenset()


def on(thing: str, /, **facts: Any) -> Callable[[Estate], Call]:
    """Called with one of the estate's things; a fact that is a function is asked of the estate."""
    return lambda estate: (
        (estate.things[thing],),
        {name: fact(estate) if callable(fact) else fact for name, fact in facts.items()},
    )


def on_office(**facts: Any) -> Callable[[Estate], Call]:
    return lambda estate: ((estate.office,), facts)


def thing(name: str) -> Callable[[Estate], Any]:
    return lambda estate: estate.things[name]


def new_target(period: str) -> dict[str, Any]:
    return {"period": period, "value": Decimal(50), "reason": "nieuw besluit", "citation": "besluit"}


def edit(call: Callable[[Estate], Call]) -> OperationCase:
    return OperationCase(EDITOR, call)


def manage(call: Callable[[Estate], Call]) -> OperationCase:
    return OperationCase(MANAGER, call)


CASES: dict[str, OperationCase] = {
    # the own account: nobody does it for somebody else
    "account.set_password": OperationCase(
        frozenset({"editor"}), lambda e: ((e.users["editor"], "een nieuw lang wachtwoord"), {})
    ),
    "account.sign_in": OperationCase(frozenset({"editor"}), lambda e: ((e.users["editor"],), {})),
    # offices and users
    "office.create": OperationCase(NONE, lambda _: ((), {"slug": "bureau-c", "name": "Bureau C"}), PLATFORM),
    "office.invite": OperationCase(MANAGER, on_office(email="nieuw@example.org", role="lezer"), PLATFORM),
    "office.set_role": OperationCase(MANAGER, on("membership of reader", role="redacteur"), PLATFORM),
    "office.remove_member": OperationCase(MANAGER | {"reader"}, on("membership of reader"), PLATFORM),
    "user.deactivate": OperationCase(NONE, lambda e: ((e.users["editor"],), {}), PLATFORM),
    "user.make_platform_administrator": OperationCase(NONE, lambda _: ((), {"email": "baas@example.org"})),
    "cms.office_tree.plant": OperationCase(NONE, on_office(), PLATFORM),
    "cms.office_members.align": OperationCase(
        MANAGER | {"editor"}, lambda e: ((e.office, e.users["editor"]), {}), PLATFORM
    ),
    # the register
    "organisation.register": edit(on_office(kind="school", sector="onderwijs", name="Nieuw")),
    "organisation.correct": edit(on("organisation", town="Hoorn")),
    "organisation.rename": edit(on("organisation", name="Anders", on=DAY)),
    "organisation.close": edit(on("organisation", on=DAY)),
    "organisation.reopen": edit(on("closed organisation")),
    "organisation.add_identifier": edit(on("organisation", scheme="brin", value="00AH")),
    "organisation.add_alias": edit(on("organisation", name="Ook wel")),
    "organisation.relate": edit(on("organisation", to=thing("second organisation"), kind="lid-van")),
    "organisation.end_relation": edit(on("relation", on=DAY)),
    "person.record": edit(on_office(name="Eva", purpose="contact", keep_until=date(2040, 1, 1))),
    "person.correct": edit(on("person", name="Eva Anders")),
    "person.erase": manage(on("person")),
    "role.hold": edit(on("person", title="lid", kind="pact_role", organisation=thing("organisation"))),
    "role.end": edit(on("role", on=DAY)),
    # pacts
    "pact.found": manage(on_office(slug="nieuw", name="Nieuw", area="LD01")),
    "pact.describe": edit(on("pact", summary="Anders")),
    "pact.publish": manage(on("draft pact")),
    "pact.unpublish": manage(on("pact")),
    "pact.archive": manage(on("pact", on=DAY)),
    "pact.reopen": manage(on("archived pact")),
    "pact.period.add": edit(on("pact", name="Tweede", start=date(2017, 1, 1), end=date(2018, 1, 1))),
    "pact.party.add": edit(on("pact", organisation=thing("second organisation"), role="school")),
    "pact.party.end": edit(on("party", on=DAY)),
    "pact.goal.add": edit(on("pact", title="Nieuw", kind="nog_in_te_vullen", accept_gaps=True)),
    "pact.goal.fill_in": edit(on("open goal", title="Ingevuld", accept_gaps=True)),
    "pact.goal.describe": edit(on("goal", title="Anders gezegd")),
    "pact.goal.set_baseline": edit(on("goal", period="2015", value=Decimal(11), citation="telling")),
    "pact.goal.write_story": edit(on("goal", story="Het verhaal")),
    "pact.goal.withdraw": edit(on("goal")),
    "pact.goal.restore": edit(on("withdrawn goal")),
    "pact.target.add": edit(on("goal", **new_target("2018"))),
    "pact.target.revise": edit(on("target", **new_target("2020"))),
    "pact.own_figure.record": edit(on("goal", period="2016", value=Decimal(30), citation="telling")),
    "pact.own_figure.withdraw": edit(on("own figure", reason="fout geteld")),
    "pact.milestone.add": edit(on("goal", text="Derde")),
    "pact.milestone.reach": edit(on("milestone", on=DAY)),
    "pact.milestone.reopen": edit(on("reached milestone")),
    # figures: of the installation, so with two offices of the platform only
    "figures.upload": OperationCase(NONE, lambda _: ((), {"files": [csv_file()]}), PLATFORM),
    "figures.read_again": OperationCase(NONE, lambda _: ((), {"upload": a_killed_upload()}), PLATFORM),
    "figures.discard_upload": OperationCase(NONE, lambda _: ((), {"upload": a_killed_upload()}), PLATFORM),
    "figures.compute_again": OperationCase(NONE, lambda _: (with_a_release(), {}), PLATFORM),
    "figures.make_current": OperationCase(NONE, lambda _: ((), {"release_id": "een"}), PLATFORM),
    "figures.go_back": OperationCase(NONE, lambda _: ((), {}), PLATFORM),
    "figures.withdraw": OperationCase(NONE, lambda _: ((), {"release_id": "een", "reason": "fout"}), PLATFORM),
    "figures.reinstate": OperationCase(NONE, lambda _: ((), {"release_id": "een", "reason": "goed"}), PLATFORM),
    "figures.correct": OperationCase(
        NONE, lambda _: ((), {"location": "00AH00", "field": "name", "value": "School", "reason": "naam"}), PLATFORM
    ),
    "figures.correct.withdraw": OperationCase(
        NONE, lambda _: ((), {"correction_id": a_correction(), "reason": "toch niet"}), PLATFORM
    ),
    "figures.areas.import": edit(lambda estate: ((estate.office,), an_area_csv(estate.office))),
    "figures.areas.remove": edit(lambda estate: ((estate.office,), {"code": an_entered_area(estate.office)})),
    # governance
    "body.set_up": edit(on_office(name="Werkgroep", kind="werkgroep")),
    "body.take_seat": edit(on("body", organisation=thing("organisation"), title="gast")),
    "body.leave_seat": edit(on("seat", on=DAY)),
    "body.end": edit(on("body", on=DAY)),
}
