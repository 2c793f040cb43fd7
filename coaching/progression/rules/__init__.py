"""What comes next, and why: pure rules, no Django.

`facts` is what they go by and `coach` puts them together. `holds` is pain and doming, `down` and
`gate` the ladder, `floor` and `targets` the load, `faults` what steers, `easing` easy weeks and
coming back, `rest` the days, `starting` where somebody begins, `shorter` a workout for little time.
"""
