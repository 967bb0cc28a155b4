"""Builds a Swedish region's yearly follow-up report as a Word document."""

VERSION = "0.1.0"
