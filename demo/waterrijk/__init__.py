"""One invented region, relative to the example's date: Techniekpact Waterrijk. Nobody and nothing in it exists."""

from demo.waterrijk.pact import SLUG, build_waterrijk

__all__ = ["SLUG", "build_waterrijk"]
