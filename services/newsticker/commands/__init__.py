"""The command line, one file a command; `newsticker.__main__` has the table."""
