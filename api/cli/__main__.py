"""`python -m api.cli` is `tandem`."""

from api.cli import main

main()
