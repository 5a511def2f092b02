"""Whether an agreed number can still be reached, given how many there are."""

from .population import Population, population_of

__all__ = ["Population", "population_of"]
