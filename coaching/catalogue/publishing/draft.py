"""Between the draft tables and the one shape of content: rows to schema objects, and back."""

import hashlib
import json

from django.db.models import Prefetch

from coaching.catalogue import models, schema

FIGURE = tuple(schema.Figure.model_fields)
TEMPO = tuple(schema.Tempo.model_fields)
# Fields of a block that only some kinds have; the schema says which.
BLOCK = ("drill_id", "topics", "tries", "fallback_id", "angles", "sets", "reps", "rest")

# In the order their rows point at each other: what is pointed at comes first.
TABLES = {
    "muscle": models.Muscle,
    "topic": models.Topic,
    "fault": models.Fault,
    "variation": models.Variation,
    "drill": models.Drill,
    "question": models.Question,
    "routine": models.Routine,
}


def fingerprint(document):
    """A short name for exactly this content (64 hex digits); equal content has an equal one."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def read():
    """The whole draft as a document in the shape of schema.Catalogue, archived rows left out."""
    return {schema.Catalogue.KINDS[kind]: [document(row) for row in rows(kind)] for kind in TABLES}


def rows(kind):
    related = {
        "variation": ("steps", "fault_order", "muscle_order"),
        "drill": ("steps",),
        "question": ("answers",),
        "routine": (Prefetch("blocks", models.Block.objects.order_by("position")),),
    }
    table = TABLES[kind].objects.filter(archived_at__isnull=True)
    return table.prefetch_related(*related.get(kind, ()))


def document(row):
    """One row, with what hangs on it, as a document of its schema model."""
    return {"slug": row.slug, **DOCUMENTS[type(row)](row)}


def _taken(row, *names):
    return {name: getattr(row, name) for name in names}


def _movement(row):
    tempo = {name: float(getattr(row, name)) for name in TEMPO}
    steps = [_taken(step, "title", "text") for step in row.steps.all()]
    return {"figure": _taken(row, *FIGURE), "tempo": tempo, "steps": steps}


def _variation(row):
    return {
        **_taken(row, "name", "summary", "body", "rung", "load_low", "load_high", "has_floor"),
        **_movement(row),
        "faults": [link.fault_id for link in row.fault_order.all()],
        "muscles": [{"muscle": m.muscle_id, "role": m.role} for m in row.muscle_order.all()],
    }


def _drill(row):
    amount = _taken(row, "reps", "seconds")
    return {**_taken(row, "name", "summary", "body"), **_movement(row), "amount": amount}


def _question(row):
    answers = [
        {**_taken(answer, "slug", "text", "help", "why"), "start_at": answer.start_at_id}
        for answer in row.answers.all()
    ]
    return {"text": row.name, "help": row.body, "answers": answers}


def _routine(row):
    return {
        **_taken(row, "name", "summary", "body", "default"),
        "pain": _taken(row, "easier_from", "stop_from"),
        "blocks": [_block(block) for block in row.blocks.all()],
    }


def _block(block):
    own = {
        name.removesuffix("_id"): value
        for name, value in _taken(block, *BLOCK).items()
        if value not in (None, [], "")
    }
    return {**_taken(block, "kind", "title", "instruction", "action"), **own}


def _fault(row):
    words = _taken(row, "name", "notice", "cue", "stronger", "icon", "body")
    return {**words, **_taken(row, "severity", "suggestion", "pacer_notices")}


DOCUMENTS = {
    models.Muscle: lambda row: _taken(row, "name", "role", "depth", "region", "body"),
    models.Topic: lambda row: {"title": row.name, **_taken(row, "summary", "body")},
    models.Fault: _fault,
    models.Variation: _variation,
    models.Drill: _drill,
    models.Question: _question,
    models.Routine: _routine,
}


def store(kind, thing, *, position):
    """Writes one schema object over its row, and over what hangs on it."""
    data = thing.model_dump(mode="json")
    row = TABLES[kind](slug=thing.slug, position=position, shipped=fingerprint(data))
    row.body = data.pop("body", data.get("help", ""))
    row.name = data.get("name") or data.get("title") or data.get("text")
    flat = {**data, **data.get("figure", {}), **data.get("tempo", {}), **data.get("pain", {})}
    flat |= data.get("amount", {})
    for field in row._meta.concrete_fields:
        if field.name in flat and field.name not in ("slug", "name"):
            setattr(row, field.name, flat[field.name])
    if kind == "routine" and row.default:
        # One is the default, and the one being written says that it is.
        models.Routine.objects.exclude(pk=row.pk).update(default=False)
    row.save()
    CHILDREN.get(kind, _none)(row, data)


def _none(row, data):
    pass


def _replace(manager, children):
    manager.all().delete()
    manager.bulk_create(
        manager.model(**{manager.field.name: manager.instance}, position=position, **child)
        for position, child in enumerate(children, start=1)
    )


def _movement_children(row, data):
    _replace(row.steps, data["steps"])


def _variation_children(row, data):
    _movement_children(row, data)
    _replace(row.fault_order, [{"fault_id": slug} for slug in data["faults"]])
    _replace(
        row.muscle_order,
        [{"muscle_id": use["muscle"], "role": use["role"]} for use in data["muscles"]],
    )


def _question_children(row, data):
    answers = [{**a, "start_at_id": a["start_at"]} for a in data["answers"]]
    _replace(row.answers, [{k: v for k, v in a.items() if k != "start_at"} for a in answers])


def _routine_children(row, data):
    own = {"drill": "drill_id", "fallback": "fallback_id"}
    _replace(
        row.blocks,
        [{own.get(name, name): value for name, value in block.items()} for block in data["blocks"]],
    )


CHILDREN = {
    "variation": _variation_children,
    "drill": _movement_children,
    "question": _question_children,
    "routine": _routine_children,
}
