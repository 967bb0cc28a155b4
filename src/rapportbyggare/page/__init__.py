"""Documents as HTML, and the page where two editions are reviewed."""
