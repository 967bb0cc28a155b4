"""Numbers, words, dates and order as Swedish wants them."""
