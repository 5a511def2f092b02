"""The one template library of the product's looks: `{% load pactwerk_design %}`."""

from pactwerk.web.design.tags import charts, figures, flows, goals, navigation, notices, register

__all__ = ["charts", "figures", "flows", "goals", "navigation", "notices", "register"]
