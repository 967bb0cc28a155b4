"""A token stream with a place in it."""

from markdown_it.token import Token

END = Token("end", "", 0)


class Tokens:
    """Tokens read one at a time; past the end there are only `end` tokens."""

    __slots__ = ("_position", "_tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._position = tokens, 0

    def next(self) -> Token:
        """The next token, passed."""
        token = self.ahead(0)
        self._position += 1
        return token

    def back(self) -> None:
        """Take one step back: the last token passed is the next again."""
        self._position -= 1

    def ahead(self, steps: int) -> Token:
        """A token further on, not passed."""
        index = self._position + steps
        return self._tokens[index] if index < len(self._tokens) else END

    def at(self, kind: str) -> bool:
        """Whether the next token is of this kind, or the stream has ended."""
        return self.ahead(0).type in (kind, "end")

    def skip(self, steps: int = 1) -> Token:
        """Pass some tokens; the last one passed."""
        self._position += steps
        return self._tokens[self._position - 1]
