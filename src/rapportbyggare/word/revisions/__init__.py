"""Tracked changes accepted or rejected, as Word does it"""
