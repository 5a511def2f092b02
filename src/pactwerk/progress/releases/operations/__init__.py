"""Everything that changes releases from the browser."""

from .acts import go_back_one_release, make_release_current, reinstate_release, withdraw_release
from .loading import compute_again, discard_upload, read_upload_again, upload_files

__all__ = [
    "compute_again",
    "discard_upload",
    "go_back_one_release",
    "make_release_current",
    "read_upload_again",
    "reinstate_release",
    "upload_files",
    "withdraw_release",
]
