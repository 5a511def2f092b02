"""Rules of the field as dated data: classes, rounding, suppression, priorities, thresholds; each with its reference."""

from pactwerk.figures.indicators.rules.change import change
from pactwerk.figures.indicators.rules.classes import ClassLabel, classes_of, classify, classify_between
from pactwerk.figures.indicators.rules.cofinancing import Limit, funding_limits, meets_limit
from pactwerk.figures.indicators.rules.denominators import implied_bounds, published_pairs
from pactwerk.figures.indicators.rules.double_enrolment import counts_as, priority
from pactwerk.figures.indicators.rules.rounding import agrees, tolerance
from pactwerk.figures.indicators.rules.suppression import hidden, hiding_rule
from pactwerk.figures.indicators.rules.years import count_date, newest_year

__all__ = [
    "ClassLabel",
    "Limit",
    "agrees",
    "change",
    "classes_of",
    "classify",
    "classify_between",
    "count_date",
    "counts_as",
    "funding_limits",
    "hidden",
    "hiding_rule",
    "implied_bounds",
    "meets_limit",
    "newest_year",
    "priority",
    "published_pairs",
    "tolerance",
]
