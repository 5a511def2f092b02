"""Reading a page the way somebody without JavaScript does: parsed HTML, its tables and its links."""

from __future__ import annotations

from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag
from django.test import Client

from pactwerk.web.design import numbers


def page(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    """The page at an address, parsed; the status must be the expected one."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    check_page(soup)
    return soup


def check_page(soup: BeautifulSoup) -> None:
    """What every page must have, JavaScript or not."""
    assert soup.html
    assert soup.html.get("lang") in ("nl", "en")
    assert soup.title
    assert soup.title.get_text(strip=True)
    assert len(soup.find_all("h1")) == 1, [h.get_text() for h in soup.find_all("h1")]
    assert len(soup.find_all("main")) == 1
    assert not soup.find_all("script", src=False), "inline scripts are refused by the content policy"
    identities = [tag["id"] for tag in soup.find_all(id=True)]
    twice = {name for name in identities if identities.count(name) > 1}
    assert not twice, f"ids used twice: {twice}"
    _check_references(soup, set(identities))


def _check_references(soup: BeautifulSoup, identities: set[str]) -> None:
    for tag in soup.find_all(attrs={"aria-labelledby": True}):
        assert set(str(tag["aria-labelledby"]).split()) <= identities, tag["aria-labelledby"]
    for label in soup.find_all("label", attrs={"for": True}):
        assert label["for"] in identities, f"label for {label['for']} without a field"
    for link in soup.find_all("a"):
        assert link.get("href"), f"a link without an address: {link}"
        assert text_of(link) or link.find("svg"), f"a link without a text: {link}"
    for image in soup.find_all("img"):
        assert image.has_attr("alt")


def text_of(tag: Tag | BeautifulSoup | None) -> str:
    """Text with single spaces."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def figure_tables(soup: BeautifulSoup) -> list[Tag]:
    """The tables of figures on a page."""
    return list(soup.find_all("table", class_="pw-figures"))


def shown_values(table: Tag) -> list[str]:
    """Every figure in a table as it is shown, in order, without the unit."""
    return [text_of(cell).split("\u202f")[0].split(" ")[0] for cell in table.find_all(class_="pw-figures__value")]


def as_shown(row: Mapping[str, str]) -> str:
    """How a row of a CSV download must stand on the page: Dutch marks, `<5`, or an interval."""
    if row["value"]:
        return _number(row["value"]) if row.get("numerator") else _as_given(row["value"])
    if (row["low"], row["high"]) == ("1", "4"):
        return "<5"
    return "\u2013".join(_number(row[end]) for end in ("low", "high"))


def _as_given(text: str) -> str:
    """A value without counts behind it keeps the decimals that it was given with."""
    return numbers.number(float(text), len(f"{float(text):g}".partition(".")[2]))


def _number(text: str) -> str:
    return numbers.number(float(text), 2 if "." in text else 0)
