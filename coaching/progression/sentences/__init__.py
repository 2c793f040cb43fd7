"""The sentences behind what this room decides; practice/sentences.py says how they are made."""

from coaching.progression.sentences import days, health, ladder, load

SENTENCES = health.SENTENCES | ladder.SENTENCES | load.SENTENCES | days.SENTENCES
