"""Scalars of YAML, before the type of a field decides what they mean."""


class PlainScalar(str):
    """A scalar without quotes. In a field for text it is text; other types convert it.

    So `title: no` is a text and `minutes: 90` a number, whatever YAML 1.1 or 1.2 would take them for.
    StrictYAML reads scalars in the same way.
    """

    __slots__ = ()
