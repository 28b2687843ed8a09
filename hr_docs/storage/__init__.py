"""Where files live: a private folder of this machine, or a bucket that several machines share.

Both are Django storages (`STORAGES["default"]`), and both write a file whole or not at all, under
just the name that is asked for: writing it again replaces it. Names tell nothing about people.
What the folder or the bucket refuses is an `OSError`; a missing file, `FileNotFoundError`.
"""
