"""What sendframe itself brings, one feature a file, through the same hooks as anybody's.

Nothing here imports anything of sendframe but `sendframe.plugins`, the author's door.
"""
