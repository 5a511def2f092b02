"""The flows as Ibis expressions over unbound tables, compiled for the engine that runs them."""

import pactwerk.figures.flows.records  # noqa: F401 -- the layout is there; whoever comes first, it must come first
