"""The programme office's desk: everything an office changes, through operations only."""
