"""What shall be ordered: drafts, their kinds, and the files they are read from and written to."""
