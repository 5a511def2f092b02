"""Samples of a layout: real rows typed over to show a header. They are for tests and never become an edition."""

import re

from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.refusal import Refused, Unknown
from pactwerk.figures.texts import Text

_NAMED = re.compile(r"(?<![A-Z])(EXCERPT|SAMPLE|UITTREKSEL)(?![A-Z])")
# A table of the whole country has hundreds of rows; a handful is a sample, or what is left of a broken file.
FEWEST = 20
NATIONAL = 200


def leave_named_sample(job: Job) -> None:
    """Leave a file alone that calls itself a sample of a layout: nothing is wrong with it. Raises Unknown."""
    if not job.sample and _NAMED.search(job.name.upper()):
        raise Unknown(
            Text(
                "voorbeeld van een indeling (dat zegt de bestandsnaam), geen bestand van de uitgever",
                "a sample of a layout (so the file name says), not a file of the publisher",
            )
        )


def refuse_small(job: Job, contract: Contract, result: Result) -> None:
    """Refuse what cannot be an edition of a tidy table of the whole country, and take back what was written.

    Raises Refused.
    """
    if job.sample or contract.family != "tidy" or contract.rows[0] < NATIONAL or result.rows_read >= FEWEST:
        return
    result.parquet.unlink(missing_ok=True)
    raise Refused(
        Text(
            f"{result.rows_read} regels: te weinig voor een landelijk bestand; een voorbeeld van een indeling?",
            f"{result.rows_read} rows: too few for a national file; a sample of a layout?",
        )
    )
