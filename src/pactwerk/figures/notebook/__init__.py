"""The figures as a library: opened, listed, asked, explained and drawn; nothing but what passed the gate comes out."""

from pactwerk.figures.notebook.book import Book, NoFigures
from pactwerk.figures.notebook.listing import Listing
from pactwerk.figures.notebook.picture import Picture
from pactwerk.figures.notebook.reply import Reply

__all__ = ["Book", "Listing", "NoFigures", "Picture", "Reply"]
