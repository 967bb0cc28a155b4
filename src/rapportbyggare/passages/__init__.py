"""What a document prints, passage by passage: read by those that compare, check and list it."""
