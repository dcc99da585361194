"""Reads pages from folders, files, JSON Lines or standard input, writes `raw-documents` by document id; keeps no state.

What cannot be sent is refused with a reason, and the rest goes on. Sending a page again is harmless: its id is made of
its content, and the splitter lets no document through twice.
"""
