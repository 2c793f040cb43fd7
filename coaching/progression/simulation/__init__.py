"""A year of made-up people, through the rules as they are: what coaching comes to. Pure: no Django.

`life` lives one through, `people` are who they are and how their backs answer, `report` tells it.
"""
