"""`python -m rapportbyggare`."""

from rapportbyggare.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
