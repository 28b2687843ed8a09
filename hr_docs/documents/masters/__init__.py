"""Word masters: their kinds, versions and number masks, and the check of an uploaded file."""
