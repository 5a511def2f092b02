"""Technasium from year 3 to 4: how many pupils with O&O go on with it, told apart where it was compulsory."""

from pactwerk.figures.flows.technasium.counting import BY, Group, Retention, TechnasiumRefused, count_retention
from pactwerk.figures.flows.technasium.measures import MEASURES, OUTCOMES
from pactwerk.figures.flows.technasium.shown import Compared, RetentionShown, compare, compare_groups, shown_retention

__all__ = [
    "BY",
    "MEASURES",
    "OUTCOMES",
    "Compared",
    "Group",
    "Retention",
    "RetentionShown",
    "TechnasiumRefused",
    "compare",
    "compare_groups",
    "count_retention",
    "shown_retention",
]
