"""What is to come, made up, so that the ground for it is known to hold: the project is copied, the
copy is edited as its next version would be, and an installation goes along.

`copies.py` copies and edits, `lived_in.py` and the modules beside it run inside the copy.
"""
