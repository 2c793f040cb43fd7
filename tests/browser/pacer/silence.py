"""Makes the file that headset buttons need: `python -m tests.browser.pacer.silence` writes it.

A deep tone that nobody hears, for a tenth of each second: some browsers give a file of noughts no
media session, and one that sounds all the time is six times as large. Written as FLAC by hand: each
sample of the tone is kept as its difference from the one before, which is −1, 0 or 1.
"""

import hashlib
import math
from itertools import pairwise
from pathlib import Path

FILE = Path(__file__).parents[3] / "static" / "js" / "player" / "silence.flac"
RATE, SECONDS, PITCH = 8000, 10, 40
LOUDNESS = round(2**15 * 10 ** (-66 / 20))  # −66 dB below the loudest
BLOCK = RATE // 10  # four whole waves: it begins and ends with 0, and nothing clicks

TONE = [round(LOUDNESS * math.sin(2 * math.pi * PITCH * i / RATE)) for i in range(BLOCK)]
NOTHING = [0] * BLOCK
BLOCKS = [TONE, *[NOTHING] * 9] * SECONDS


def crc(data, polynomial, bits):
    rest = 0
    for byte in data:
        rest ^= byte << (bits - 8)
        for _bit in range(8):
            rest = (rest << 1) ^ (polynomial if rest >> (bits - 1) else 0)
    return rest.to_bytes(bits // 8, "big")


def packed(fields):
    """Numbers of so many bits each, filled up to a whole byte."""
    text = "".join(f"{value & (1 << width) - 1:0{width}b}" for value, width in fields)
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def header(frames):
    samples = [sample for block in BLOCKS for sample in block]
    sound = b"".join(sample.to_bytes(2, "little", signed=True) for sample in samples)
    sizes = [len(frame) for frame in frames]
    blocks = [(BLOCK, 16), (BLOCK, 16), (min(sizes), 24), (max(sizes), 24)]
    info = packed([*blocks, (RATE, 20), (0, 3), (15, 5), (len(samples), 36)])
    return b"fLaC" + packed([(0x80, 8), (34, 24)]) + info + hashlib.md5(sound).digest()  # noqa: S324


def frame(number, samples):
    # 14 bits of sync, blocks of one size, the size in 16 bits, 8 kHz, one channel, 16 bits.
    head = packed([(0xFFF8, 16), (0x7, 4), (0x4, 4), (0, 4), (4, 3), (0, 1), (number, 8)])
    head += (BLOCK - 1).to_bytes(2, "big")
    head += crc(head, 0x107, 8)
    data = head + packed(tone(samples) if any(samples) else [(0, 8), (0, 16)])
    return data + crc(data, 0x18005, 16)


def tone(samples):
    """Predicted by the sample before; what is left are Rice numbers of parameter 0."""
    fields = [(0, 1), (9, 6), (0, 1), (samples[0], 16), (0, 2), (0, 4), (0, 4)]
    for before, sample in pairwise(samples):
        step = sample - before
        fields.append((1, 1 + (2 * step if step >= 0 else -2 * step - 1)))
    return fields


def silence():
    frames = [frame(number, block) for number, block in enumerate(BLOCKS)]
    return header(frames) + b"".join(frames)


if __name__ == "__main__":
    FILE.write_bytes(silence())
