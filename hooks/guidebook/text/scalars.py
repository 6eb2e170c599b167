"""YAML scalars before the type of a field converts them."""


class PlainScalar(str):
    """A scalar without quotes. In a text field it is text; other field types convert it.

    So `title: no` is a text and `minutes: 90` a number, regardless of the rules of YAML 1.1 and 1.2. StrictYAML does
    the same.
    """

    __slots__ = ()
