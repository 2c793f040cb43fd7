"""What installations of earlier versions held, and the proof that they arrive in this one.

`1.json` is the first version's: every row of every table of ours, as its own pages and actions left
them (`make.py` says how it was made). `release-1.json` is a Release of that time alone, and
`release-2.json` one of the time before faults had short cues, and `release-3.json` one of the time
when the routine said how many reps a set has. They are history: nobody edits them.
`arrive.py` brings one into an empty database and migrates it, `look.py` opens every page of it, and
`test_arriving.py` says what has to have come along.
"""
