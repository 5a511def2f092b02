"""Where compiled statements run: DuckDB in this process (the default), or Apache Spark; chosen by one setting."""

from pactwerk.figures.engines.choosing import UnknownEngine, chosen_engine, chosen_name
from pactwerk.figures.engines.contract import Engine

__all__ = ["Engine", "UnknownEngine", "chosen_engine", "chosen_name"]
