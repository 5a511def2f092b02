"""The accounting identity: everybody of a year goes somewhere, and everybody of the next comes from somewhere."""

from pactwerk.figures.flows.identity.account import Account, Node, account
from pactwerk.figures.flows.identity.shown import shown_account
from pactwerk.figures.flows.identity.stocks import stocks_of

__all__ = ["Account", "Node", "account", "shown_account", "stocks_of"]
