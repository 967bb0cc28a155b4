"""Two editions of a report laid side by side, whoever wrote them and whatever their sources were."""
