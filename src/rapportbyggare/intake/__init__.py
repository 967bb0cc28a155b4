"""Received files are read through a source's declared map into observations."""
