"""The COROP and RPA areas, which DUO's address files name and CBS numbers."""

COROP_NAMES = (
    "Oost-Groningen", "Delfzijl en omgeving", "Overig Groningen", "Noord-Friesland", "Zuidwest-Friesland",
    "Zuidoost-Friesland", "Noord-Drenthe", "Zuidoost-Drenthe", "Zuidwest-Drenthe", "Noord-Overijssel",
    "Zuidwest-Overijssel", "Twente", "Veluwe", "Achterhoek", "Arnhem/Nijmegen", "Zuidwest-Gelderland", "Utrecht",
    "Kop van Noord-Holland", "Alkmaar en omgeving", "IJmond", "Agglomeratie Haarlem", "Zaanstreek", "Groot-Amsterdam",
    "Het Gooi en Vechtstreek", "Agglomeratie Leiden en Bollenstreek", "Agglomeratie 's-Gravenhage",
    "Delft en Westland", "Oost-Zuid-Holland", "Groot-Rijnmond", "Zuidoost-Zuid-Holland", "Zeeuwsch-Vlaanderen",
    "Overig Zeeland", "West-Noord-Brabant", "Midden-Noord-Brabant", "Noordoost-Noord-Brabant",
    "Zuidoost-Noord-Brabant", "Noord-Limburg", "Midden-Limburg", "Zuid-Limburg", "Flevoland",
)  # fmt: skip
"""CBS, COROP-indeling: CR01 to CR40 in this order; DUO's COROPGEBIED CODE and NAAM are the same."""

RPA_NAMES = (
    "Noord-Groningen", "Oost-Groningen", "Centraal-Groningen", "Fryslân", "Zuid- en Midden-Drenthe",
    "IJssel en Vecht", "Twente", "Noordwest-Veluwe", "Stedendriehoek", "De Vallei", "IJssel en Rijn", "Achterhoek",
    "Nijmegen", "Rivierenland", "Flevoland", "Gooi en Vechtstreek", "Eemland", "Utrecht-Midden",
    "Noord-Holland-Noord", "Zuidelijk Noord-Holland", "Rijn-Gouwe", "Haaglanden", "Rijnmond", "Zeeland",
    "West-Brabant", "Midden-Brabant", "Noordoost-Brabant", "Zuidoost-Brabant", "Noord-Limburg", "Weert", "Roermond",
    "Westelijke Mijnstreek", "Parkstad Limburg", "Maastricht Mergelland",
)  # fmt: skip
"""CBS, RPA-gebieden 2015: RP01 to RP34 in this order; DUO's RPA-GEBIED CODE and NAAM are the same.

The older division of the labour market, not today's 35 arbeidsmarktregio's.
"""

COROP = {f"CR{number:02d}": name for number, name in enumerate(COROP_NAMES, 1)}
RPA = {f"RP{number:02d}": name for number, name in enumerate(RPA_NAMES, 1)}
