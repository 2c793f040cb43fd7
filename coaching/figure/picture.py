"""What the templates of the drawn person and of the muscles are filled with.

The picture is whole without JavaScript; static/js/figure.js moves its parts.
"""

import json
from operator import itemgetter

from django.utils.translation import gettext as _

from coaching.figure.anatomy import BODY, BONES, REGIONS
from coaching.figure.bones import FOOT, SHANK, THIGH, Point, heading, reach
from coaching.figure.frame import BAR, EDGE, MAT, Frame, frame
from coaching.figure.moment import GROUND
from coaching.figure.pose import pose
from coaching.figure.silhouette import LAYERS, SHAPES, number, points, scene, sector
from coaching.figure.silhouette import arc as arc_of
from coaching.figure.words import described

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
    "lying": Frame(40, 18, 380, 218), "hanging": Frame(-92, 14, 388, 297),
    "all-fours": Frame(40, 18, 380, 218), "forearms": Frame(40, 18, 380, 218),
    "half-kneeling": Frame(-40, -4, 405, 258), "standing": Frame(-112, 2, 432, 322),
}  # fmt: skip


# A ring around the foot that a thumb takes hold of, from its ankle.
RING = 36.0
MARK = 30.0
# How far a mat ends before the edges of its picture.
INSET = 2
# So many seconds at the top are what a movement is about, and a thumbnail says so.
LONG = 3


def mat(seen: Frame, ground: float):
    """Across the whole picture."""
    width = seen.width - 2 * INSET
    return {"x": number(seen.left + INSET), "width": number(width), "y": number(ground)}


def pause(seen: Frame):
    """The sign for "hold" in the corner above the feet: the path of two bars."""
    unit = seen.width / 34
    left, top, down = seen.right - 4 * unit, seen.top + 2 * unit, number(4 * unit)
    return f"M{points((left, top))}v{down}M{points((left + 2 * unit, top))}v{down}"


def marked(hip: Point, angle):
    """The height to lift to: a line past the foot, and its angle."""
    length = THIGH + SHANK
    return {
        "angle": angle,
        "line": f"M{points(reach(hip, angle, 24), reach(hip, angle, length - 6))}",
        "tick": f"M{points(reach(hip, angle, length + 4), reach(hip, angle, length + 22))}",
    }


def shown_lift(shape, full, adjustable, marked):
    """Where a picture is still, it shows the moment that tells movements apart."""
    if adjustable:
        return 0.0
    if marked:
        return 0.4
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
    mark=None,
    rest=False,
    adjustable=False,
    input="",
    unset=False,
    animate=False,
):
    """The figure of a movement (anything with .figure and .tempo) or of a bare Figure.

    lift     0 at the bottom of the rep, 1 at its top; left out, the moment that tells most
    floor    the person's own, in degrees above horizontal; None draws none
    side     1 swaps the two legs of a movement that alternates
    size     "thumb" leaves out everything that cannot be read at 64 pixels
    label    without it the picture is decoration; with it the movement is told in words, and what
             is adjustable has this for its name
    arc      draw the way of the foot;  labels  write "your floor 26°" and "back stays here"
    mark     an angle that is drawn, and lifted to;  rest  show the body at rest, not in its rep
    adjustable, input   the floor can be dragged, in step with the number field of that id;
    unset    nobody has set it, so where it is drawn is not said to be theirs
    animate  start moving as soon as it is seen
    """
    shape = whole = getattr(movement, "figure", movement)
    if mark is not None:
        shape = whole.model_copy(update={"hip_top": mark})
    full = size != "thumb"
    if adjustable and floor in (None, ""):
        floor = max(shape.hip_bottom, 0)
    floor = floor if full and floor != "" and shape.support == "lying" else None
    if lift is None or adjustable:
        lift = shown_lift(shape, full, adjustable, mark is not None)
    lift = float(lift)
    side, tempo = int(side), getattr(movement, "tempo", None)
    parts = scene(shape, lift, side, floor, float(rest))
    joints = pose(shape, lift, side, floor, float(rest)).joints
    lying, ground = shape.support == "lying", GROUND[shape.support]
    words = full and labels and lying
    room = RING if adjustable else MARK if mark is not None else 0
    seen = frame(whole, words=words, room=room) if full else THUMBS[shape.support]
    heel_to_toe = heading(joints["near_ankle"], joints["near_toe"])
    return {
        "shape": shape,
        "numbers": json.dumps({name: getattr(shape, name, None) for name in FIELDS}),
        "tempo": tempo,
        "lift": number(lift),
        "side": side,
        "floor": floor,
        "full": full,
        "rest": rest,
        "label": label if adjustable or not label else described(shape, floor),
        "view": seen.view,
        "parts": layers(shape, parts),
        "bar": f"M{points(*BAR)}",
        "mat": mat(seen, ground),
        "contact": {"x": number(joints["hip"][0] - 70), "opacity": parts["contact"]},
        "arc": arc_of(shape, side) if arc and full else "",
        "sector": sector(shape, floor) if floor is not None else None,
        "mark": marked(joints["hip"], mark) if mark is not None else None,
        "hold": pause(seen) if not full and tempo and tempo.hold >= LONG else "",
        "labels": words,
        "line": {"y": number(ground + MAT + 19), "right": number(seen.right - EDGE)},
        "adjustable": adjustable,
        "input": input,
        "unset": unset,
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
        if shape.hands == "under-hips" and name == "near_hand":
            tone = "hand"
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
