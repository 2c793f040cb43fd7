"""The content of the tests with as little to wait for as content can ask: the pacer's seconds are
real here, because no clock of another engine can be told what time it is."""

from coaching.catalogue.schema import Catalogue
from tests.factories.content import document

SETS, REPS = 2, 2
REST = 3  # seconds, and then the next set begins by itself
TEMPO = {"lift": 1, "hold": 0, "lower": 1, "pause": 0}


def brief() -> Catalogue:
    content = document()
    for variation in content["variations"]:
        variation["tempo"] = TEMPO
    for block in content["routines"][0]["blocks"]:
        if block["kind"] == "sets":
            block |= {"sets": SETS, "reps": REPS, "rest": REST}
    return Catalogue.model_validate(content)
