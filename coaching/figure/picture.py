"""What the templates of the drawn person and of the muscles are filled with.

The picture is whole without JavaScript; static/js/figure.js moves its parts.
"""

import json
from operator import itemgetter

from django.utils.translation import gettext as _

from coaching.figure.anatomy import BODY, BONES, REGIONS
from coaching.figure.bones import FOOT, heading, reach
from coaching.figure.pose import STAGES, pose
from coaching.figure.silhouette import LAYERS, SHAPES, number, points, scene, sector
from coaching.figure.silhouette import arc as arc_of

FIELDS = (
    "support", "legs", "hands", "hip_bottom", "hip_top", "knee_bottom", "knee_top", "other_hip",
    "other_knee", "back_bottom", "back_top", "weight", "starts_at",
)  # fmt: skip

# The hand that the rest of the figure asks for; an open one otherwise.
HANDS = {
    "bar": "fist", "holding-leg": "fist", "holding-foot": "fist", "floor": "palm",
    "under-hips": "palm", "under-back": "palm",
}  # fmt: skip

# A thumbnail is cropped to the same 17:10 for every support, so that a row of them lines up.
THUMBS = {
    "lying": "40 18 340 200", "hanging": "-92 14 480 283", "all-fours": "40 18 340 200",
    "forearms": "40 18 340 200", "half-kneeling": "-40 -4 445 262", "standing": "-112 2 544 320",
}  # fmt: skip


def shown_lift(shape, full, adjustable):
    """Where a picture is still, it shows the moment that tells movements apart."""
    if adjustable:
        return 0.0
    if full or shape.support != "lying":
        return 1.0
    return 0.12 if shape.starts_at == "top" else 0.55


def figure(
    movement,
    lift=None,
    floor=None,
    side=0,
    size="full",
    label="",
    arc=True,
    labels=True,
    adjustable=False,
    input="",
    animate=False,
):
    """The figure of a movement (anything with .figure and .tempo) or of a bare Figure.

    lift     0 at the bottom of the rep, 1 at its top; left out, the moment that tells most
    floor    the person's own, in degrees above horizontal; None draws none
    side     1 swaps the two legs of a movement that alternates
    size     "thumb" leaves out everything that cannot be read at 64 pixels
    label    what the picture shows; without it the picture is decoration
    arc      draw the way of the foot;  labels  write "your floor 26°" and "back stays here"
    adjustable, input   the floor can be dragged, in step with the number field of that id
    animate  start moving as soon as it is seen
    """
    shape = getattr(movement, "figure", movement)
    full = size != "thumb"
    if adjustable and floor in (None, ""):
        floor = max(shape.hip_bottom, 0)
    floor = floor if full and floor != "" and shape.support == "lying" else None
    lift = shown_lift(shape, full, adjustable) if lift is None or adjustable else float(lift)
    side = int(side)
    parts = scene(shape, lift, side, floor)
    stage = STAGES[shape.support]
    joints = pose(shape, lift, side, floor).joints
    heel_to_toe = heading(joints["near_ankle"], joints["near_toe"])
    return {
        "shape": shape,
        "numbers": json.dumps({name: getattr(shape, name, None) for name in FIELDS}),
        "tempo": getattr(movement, "tempo", None),
        "lift": number(lift),
        "side": side,
        "floor": floor,
        "full": full,
        "label": label,
        "view": f"0 0 {stage.width} {stage.height}" if full else THUMBS[shape.support],
        "parts": layers(shape, parts),
        "mat": {"width": stage.width - 48, "y": number(stage.ground)},
        "contact": {"x": number(joints["hip"][0] - 70), "opacity": parts["contact"]},
        "arc": arc_of(shape, side) if arc and full else "",
        "sector": sector(shape, floor) if floor is not None else None,
        "labels": labels and full,
        "adjustable": adjustable,
        "input": input,
        "animate": animate,
        "breath": SHAPES["breath"],
        "handle": f"translate({points(reach(joints['near_ankle'], heel_to_toe, 0.4 * FOOT))})",
    }


def form_of(shape, name, form):
    if name.endswith("foot") and shape.support == "forearms":
        return "tiptoe"
    if not name.endswith("hand"):
        return form
    if shape.hands in ("holding-foot", "under-back") and name == "far_hand":
        return form
    return HANDS.get(shape.hands, "palm" if shape.support == "forearms" else form)


def layers(shape, parts):
    order = list(LAYERS)
    if shape.hands == "under-back":  # the hand is in the gap, so the gap is behind it
        order.insert([name for name, _, _ in order].index("torso") + 1, order.pop())
    for name, form, tone in order:
        if name == "gap" and shape.support != "lying":
            continue
        form = form_of(shape, name, form)
        yield {
            "name": name,
            "tone": tone,
            "d": SHAPES[form] if form else parts[name],
            "transform": parts[name] if form else "",
        }
        yield from weights(shape, parts, name)


def weights(shape, parts, name):
    if shape.weight == "ankles" and name.endswith("shank"):
        yield {"name": name, "tone": "weight", "transform": parts[name], "d": SHAPES["cuff"]}
    if shape.weight == "dumbbell" and name == "far_shorts":
        foot = "near_foot"
        yield {"name": foot, "tone": "weight", "transform": parts[foot], "d": SHAPES["dumbbell"]}


def anatomy(active=()):
    """The muscles in a picture, three layers from the front, with those of `active` lit up.

    active   pairs of (Muscle, "mover" | "holder"), in the order in which they are numbered
    """
    lit = {muscle.region: (number, muscle, role) for number, (muscle, role) in enumerate(active, 1)}
    layers = []
    titles = _("Outside"), _("Beneath"), _("Deep inside")
    for layer, title in enumerate(titles):
        drawn = [
            {
                "shape": region,
                "number": lit.get(slug, (0,))[0],
                "muscle": lit[slug][1] if slug in lit else None,
                "role": lit[slug][2] if slug in lit else "",
                "x": region.number[0] * region.halves[0],
                "y": region.number[1],
            }
            for slug, region in REGIONS.items()
            if region.layer == layer
        ]
        named = sorted((one for one in drawn if one["muscle"]), key=itemgetter("number"))
        bones = BONES if title == titles[-1] else ()
        layers.append({"title": title, "regions": drawn, "named": named, "bones": bones})
    return {"layers": layers, "body": BODY}
