"""What importing costs."""

import subprocess
import sys


def test_importing_the_package_does_not_import_dbos() -> None:
    check = "import sys, api.jobs; sys.exit('dbos' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0  # noqa: S603 -- a constant
