"""What a release has and lacks, in sections of rows: for a page, for JSON and for a terminal."""

from pactwerk.figures.releases.quality_report.report import QualityReport, quality_report
from pactwerk.figures.releases.quality_report.section import Column, Section

__all__ = ["Column", "QualityReport", "Section", "quality_report"]
