"""`python -m demo.example_files FOLDER [YYYY-MM-DD]`: write the example files."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from demo.example_files import write_example_files

clock = date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else datetime.now(tz=UTC).date()
for path in write_example_files(Path(sys.argv[1]), clock=clock):
    print(path)
