"""A movement in words, from its numbers: what a picture says to somebody who does not see it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.figure.moment import Figure
from coaching.figure.silhouette import BENT

POSITIONS = {
    "lying": gettext_lazy("Lying on the back"),
    "hanging": gettext_lazy("Hanging from a bar"),
    "all-fours": gettext_lazy("On hands and knees"),
    "forearms": gettext_lazy("On forearms and toes"),
    "half-kneeling": gettext_lazy("Kneeling on one knee"),
    "standing": gettext_lazy("Standing on one leg"),
}
HANDS = {
    "sides": gettext_lazy("arms at the sides"),
    "under-hips": gettext_lazy("hands under the hips"),
    "out": gettext_lazy("arms out to the sides"),
    "reaching": gettext_lazy("arms reaching up"),
    "under-back": gettext_lazy("one hand under the low back"),
    "holding-leg": gettext_lazy("hands holding the leg"),
    "holding-foot": gettext_lazy("one hand holding the foot"),
}
WEIGHTS = {
    "ankles": gettext_lazy("weight at the ankles"),
    "dumbbell": gettext_lazy("a weight between the feet"),
}
# Less than this, in degrees, is not worth a sentence.
SEEN = 5


def described(figure: Figure, floor: int | None = None) -> str:
    """How the body lies or hangs, and what moves how far. floor is as low as the legs go."""
    sentences = [", ".join(str(part) for part in posture(figure)) + ".", *movements(figure, floor)]
    if floor is not None:
        sentences.append(_("Your floor is {floor}°.").format(floor=floor))
    return " ".join(sentences)


def posture(figure: Figure) -> list[str]:
    """Where the body is, its knees, its hands, its load."""
    parts = [str(POSITIONS[figure.support])]
    if figure.support in ("lying", "hanging"):
        parts.append(knees(figure))
    # Upright, hands at the sides are nothing to tell.
    if figure.hands in HANDS and not (figure.hands == "sides" and figure.support != "lying"):
        parts.append(str(HANDS[figure.hands]))
    if figure.weight in WEIGHTS:
        parts.append(str(WEIGHTS[figure.weight]))
    return parts


def knees(figure: Figure) -> str:
    """How the moving legs are: straight, bent, or one becoming the other."""
    bent = figure.knee_bottom >= BENT, figure.knee_top >= BENT
    if all(bent):
        return _("knees bent") if figure.legs == "both" else _("one knee bent")
    if not any(bent):
        return _("legs straight") if figure.legs == "both" else _("one leg straight")
    if bent[0]:
        return _("knees straightening on the way up")
    return _("knees bending on the way up")


def movements(figure: Figure, floor: int | None) -> list[str]:
    """A sentence for every part that moves; one that says so where nothing does."""
    bottom = figure.hip_bottom if floor is None else max(figure.hip_bottom, floor)
    told = []
    if abs(figure.hip_top - bottom) > SEEN:
        told.append(legs(figure, bottom))
    elif abs(figure.knee_top - figure.knee_bottom) > SEEN:
        told.append(
            _("The knee bends from {low}° to {high}°.").format(
                low=figure.knee_bottom, high=figure.knee_top
            )
        )
    if abs(figure.back_top - figure.back_bottom) > SEEN and figure.support != "hanging":
        told.append(
            _("The low back goes from {start} to {end} and back.").format(
                start=back(figure.back_bottom), end=back(figure.back_top)
            )
        )
    return told or [_("Held still.")]


def legs(figure: Figure, bottom: int) -> str:
    """From where to where the legs go, beginning where a rep begins."""
    start, end = bottom, figure.hip_top
    if figure.starts_at == "top":
        start, end = end, start
    if figure.support == "half-kneeling":
        return _("The hip of the kneeling leg opens by {angle}°.").format(angle=abs(end - start))
    if figure.support == "hanging":
        told = _("The legs move from {start}° to {end}° and back; at 90° the thighs are level.")
    elif figure.legs == "alternating":
        told = _("The legs take turns, from {start}° to {end}° and back.")
    elif figure.legs == "one":
        told = _("One leg moves from {start}° to {end}° and back; the other one rests.")
    elif start > end:
        told = _("The legs move from {start}° down to {end}° and back.")
    else:
        told = _("The legs move from {start}° up to {end}° and back.")
    return told.format(start=start, end=end)


def back(curve: int) -> str:
    """The shape of the low back in a word."""
    if abs(curve) <= SEEN:
        return _("flat")
    return _("arched") if curve > 0 else _("rounded")
