"""The same projects as in the ordinary tests."""

from tests.e2e.conftest import project

__all__ = ["project"]
