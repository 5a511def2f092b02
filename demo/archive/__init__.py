"""Two archived pacts with cited facts only: what no source says stays empty."""

from demo.archive.noord import build_noord
from demo.archive.noord_kennemerland import build_noord_kennemerland

__all__ = ["build_noord", "build_noord_kennemerland"]
