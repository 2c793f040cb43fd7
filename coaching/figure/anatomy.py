"""The muscles of the trunk in a picture: three layers from the front, drawn as half and mirrored.

Everything is drawn for the viewer's right half, from the midline (x = 0) outwards.
"""

from dataclasses import dataclass

# Outlines are SVG paths in a picture of their own units, y downwards.
BODY = (
    "M-1 4H11C11 14 11 22 14 28C20 34 34 37 46 41C58 45 65 56 67 72C69 90 71 110 72 132"
    "C70 137 58 137 56 132C54 116 52 104 49 92C49 112 46 128 41 148C39 160 42 176 47 192"
    "C52 208 55 226 54 248C53 272 50 292 48 312C46 318 14 318 12 312C10 290 6 268 3 250L0 246H-1Z"
)
BONES = (
    # the lumbar spine and the sacrum
    "M0 104H9Q11 104 11 106V116Q11 118 9 118H0ZM0 121H9.5Q11.5 121 11.5 123V133"
    "Q11.5 135 9.5 135H0ZM0 138H10Q12 138 12 140V150Q12 152 10 152H0ZM0 155H10.5"
    "Q12.5 155 12.5 157V167Q12.5 169 10.5 169H0ZM0 172H11Q13 172 13 174V184Q13 186 11 186H0Z"
    "M0 189H13C13 204 8 216 0 222Z",
    # the pelvis
    "M13 190C20 178 38 176 48 186C52 192 50 206 45 216C44 226 40 238 32 242C22 250 10 250 2 246"
    "V237C10 238 18 234 21 226C20 214 13 204 13 190Z",
    # the thigh bone
    "M33 225A8 8 0 0 1 39 237L46 236C51 240 50 248 47 256C43 276 39 296 38 310H28"
    "C30 292 35 272 37 256C34 250 32 246 28 242C23 234 25 226 33 225Z",
    # the lowest ribs
    "M12 100C26 96 42 88 47 76L48 80C45 94 28 104 12 106ZM12 114C22 112 36 108 44 100L44 104"
    "C38 112 24 118 12 119Z",
)


@dataclass(frozen=True)
class Region:
    """A muscle's place: its layer (0 is the outermost), its paths, the x and y of its number, and
    the halves it is drawn in: 1 is the viewer's right, -1 the left."""

    layer: int
    outline: str
    fibres: str
    number: tuple[int, int]
    halves: tuple[int, ...] = (1, -1)


# By the region that a muscle of the catalogue names.
REGIONS = {
    "rectus-abdominis": Region(
        layer=0,
        outline=(
            "M3 99C8 95 17 95 21 100C23 106 24 112 24 118L3 122ZM3 126L24 122C25.5 130 25.5 139"
            " 25 147L3 150ZM3 154L25 151C24.5 161 23.5 170 22 179L3 181ZM3 185L21 183"
            "C19 200 14 220 8 236Q5 241 3 236Z"
        ),
        fibres="",
        number=(13, 137),
    ),
    "external-oblique": Region(
        layer=0,
        outline=(
            "M47 84L42 92L44 96L37 102L38 107L29 111C30 122 30 136 29 150C28 164 27 174 25 186"
            "C32 194 40 198 48 197C43 182 39 164 41 148C46 128 48 110 47 84Z"
        ),
        fibres="M44 100L31 126M45 114L31 144M43 130L30 160M40 147L28 176M41 164L33 186",
        number=(34, 170),
    ),
    "internal-oblique": Region(
        layer=1,
        outline=(
            "M45 116C46 126 43 138 41 148C39 164 43 182 47 194C38 200 28 206 16 224L8 236"
            "C12 214 19 180 21 150C22 136 26 124 34 114Z"
        ),
        fibres=(
            "M44 190L22 152M40 196L18 172M45 178L25 138M41 160L29 126M40 146L34 120M30 202L15 192"
        ),
        number=(31, 164),
        halves=(-1,),
    ),
    "transversus-abdominis": Region(
        layer=1,
        outline=(
            "M2 104C12 104 26 108 45 112C46 126 43 138 41 148C39 164 43 182 47 194"
            "C36 200 20 214 6 236Q3 238 2 234Z"
        ),
        fibres="M2 118H43M2 132H42M2 146H40M2 160H39M2 174H41M2 188H44M2 202H33M2 216H20",
        number=(24, 153),
        halves=(1,),
    ),
    "psoas-major": Region(
        layer=2,
        outline=(
            "M12 108C18 118 23 136 26 158C29 182 33 206 38 230C41 244 45 254 45 260"
            "Q42 266 38 260C32 244 26 226 21 206C16 186 13 150 12 108Z"
        ),
        fibres="M15 124C19 150 24 186 31 214M14 150C18 180 24 208 33 238",
        number=(20, 146),
    ),
    "iliacus": Region(
        layer=2,
        outline=(
            "M20 187C28 180 40 181 46 189C48 198 45 208 43 216C43 230 46 248 46 258"
            "Q43 264 41 258C38 240 31 214 20 187Z"
        ),
        fibres="M28 187L40 228M36 185L42 224M43 190L43 216",
        number=(34, 206),
    ),
}
