"""The source documents by name; a citation is the document and the line."""


def region_page(line: str) -> str:
    """The page of landsdeel Noord on the national pact site."""
    return f"Techniekpact.nl, landsdeel Noord (000_a303c1b82c4a9551.txt, regel {line})"


def arrangement(line: str) -> str:
    """The arrangement between landsdeel Noord and Platform Bèta Techniek, 2 April 2014."""
    return (
        "Samenwerkingsarrangement Landsdeel Noord & Platform Bèta Techniek 2014-2016, 2 april 2014 "
        f"(001_3935a8f77511a175.txt, regel {line})"
    )


def kennemerland_page(line: str) -> str:
    """The page *Over Techniekpact Noord-Kennemerland*."""
    return f"Over Techniekpact Noord-Kennemerland (002_fde603f1244aeea5.txt, regel {line})"
