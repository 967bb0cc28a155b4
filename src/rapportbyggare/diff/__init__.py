"""What two editions of a report print differently, and what that does to the text."""
