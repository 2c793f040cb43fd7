"""The screens that everything has to fit on."""

PHONE = {"width": 390, "height": 844}
ON_ITS_SIDE = {"width": 844, "height": 390}
WIDE = {"width": 1280, "height": 800}
SMALLEST = {"width": 320, "height": 568}
SCREENS = {"phone": PHONE, "on-its-side": ON_ITS_SIDE, "wide": WIDE}
