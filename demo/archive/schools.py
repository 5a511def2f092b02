"""The 18 schools that the page of Noord-Kennemerland lists, with their line, place and kind."""

# Name, town, municipality in the STO years (CBS), line. The list is headed "Betrokken vmbo-scholen".
SCHOOLS = (
    ("Trinitas College Han Fortmann", "Heerhugowaard", "GM0398", 17),
    ("Trinitas College Johannes Bosco", "Heerhugowaard", "GM0398", 21),
    ("Vonk – vmbo Heerhugowaard", "Heerhugowaard", "GM0398", 25),
    ("Huygens College Heerhugowaard", "Heerhugowaard", "GM0398", 29),
    ("Focus", "Heerhugowaard", "GM0398", 33),
    ("CSG Jan Arentsz – Langedijk", "Zuid-Scharwoude", "GM0416", 37),
    ("Van der Meij College", "Alkmaar", "GM0361", 41),
    ("Stedelijk Dalton College Alkmaar", "Alkmaar", "GM0361", 45),
    ("Vonk – vmbo Alkmaar", "Alkmaar", "GM0361", 49),
    ("CSG Jan Arentsz", "Alkmaar", "GM0361", 53),
    ("PCC Oosterhout", "Alkmaar", "GM0361", 57),
    ("PCC Fabritius", "Alkmaar", "GM0361", 61),
    ("PCC Heiloo", "Heiloo", "GM0399", 65),
    ("PCC Bergen", "Bergen", "GM0373", 69),
    ("Praktijkschool De Viaan", "Alkmaar", "GM0361", 73),
    ("VSO de Spinaker", "Alkmaar", "GM0361", 77),
    ("OSG Willem Blaeu", "Alkmaar", "GM0361", 81),
    ("Berger scholengemeenschap", "Bergen", "GM0373", 85),
)


def education(name: str) -> str:
    """The kind of education: the list also holds a practical school and a school for special education."""
    if name.startswith("Praktijkschool"):
        return "praktijkonderwijs"
    return "voortgezet speciaal onderwijs" if name.startswith("VSO") else "vmbo"
