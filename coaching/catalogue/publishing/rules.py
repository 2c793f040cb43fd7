"""What a load of the content files may touch. Pure: no Django."""

from typing import Literal

# new: there was none; same: nothing to do; renewed: taken over; kept: a trainer's edit, left alone.
Verdict = Literal["new", "same", "renewed", "kept"]


def verdict(
    *,
    files: object,
    draft: object,
    shipped: object,
    is_there: bool,
    is_archived: bool = False,
    overwrite: bool = False,
) -> Verdict:
    """What becomes of one thing that the files have.

    `files`, `draft` and `shipped` are what it says in the files, in the draft, and what the files
    said when it was last taken over, each in today's shape; None where that cannot be read. What is
    still exactly as it was shipped is ours to renew; anything else is a trainer's edit and stays,
    unless `overwrite`. What a trainer archived stays archived.
    """
    if not is_there:
        return "new"
    if draft == files and not is_archived:
        return "same"
    if overwrite or (draft is not None and draft == shipped and not is_archived):
        return "renewed"
    return "kept"
