"""What it takes to have a figure that is not computed: the catalogue's own words, in the page's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pactwerk.figures.indicators import Indicator
from pactwerk.web.design.wording import is_english

PREFIX = "Nodig: "


def missing_text(indicator: Indicator) -> str:
    """*Nodig: …* with the publisher or record that is needed; empty for what is computed."""
    if not is_english() or not indicator.missing_nl:
        return indicator.missing_nl
    needed = indicator.missing_nl.removeprefix(PREFIX)
    return _("Nodig: %(what)s") % {"what": _words().get(needed, needed)}


def _words() -> dict[str, str]:
    """The needs of the catalogue that are Dutch words; names of publishers and tables stay as they are."""
    return {
        "DUO examenkandidaten en geslaagden": _("DUO examenkandidaten en geslaagden"),
        "DUO vestigingen basisonderwijs": _("DUO vestigingen basisonderwijs"),
        "DUO vo-01 (maatwerk DUO)": _("DUO vo-01 (maatwerk DUO)"),
        "CBS EBB-maatwerk": _("CBS EBB-maatwerk"),
        "CBS/SBB doelmatigheid": _("CBS/SBB doelmatigheid"),
        "DUO/Inspectie": _("DUO/Inspectie"),
        "DUO/instelling": _("DUO/instelling"),
        "schoolopgave/DUO keuzevakken": _("schoolopgave/DUO keuzevakken"),
        "pactregistratie": _("pactregistratie"),
        "projectadministratie": _("projectadministratie"),
        "schoolopgave (LVS); niet in DUO": _("schoolopgave (LVS); niet in DUO"),
        "DUO (t/m 2018/19 VH/VSNU)": _("DUO (t/m 2018/19 VH/VSNU)"),
        "DUO + PTvT/DUO-indeling": _("DUO + PTvT/DUO-indeling"),
        "DUO + SBB-lijst": _("DUO + SBB-lijst"),
        "DUO + SBB-lijst (jaarversie)": _("DUO + SBB-lijst (jaarversie)"),
        "DUO examens/diploma's": _("DUO examens/diploma's"),
        "DUO examens/diploma's (vo-06)": _("DUO examens/diploma's (vo-06)"),
        "DUO-maatwerk": _("DUO-maatwerk"),
        "DUO-maatwerk; STO-regioportretten": _("DUO-maatwerk; STO-regioportretten"),
        "Katapult-meting": _("Katapult-meting"),
        "PTvT-onderzoek 2011/2019": _("PTvT-onderzoek 2011/2019"),
        "STO-regioportretten": _("STO-regioportretten"),
        "TechniekRaad-methode": _("TechniekRaad-methode"),
    }
