"""Reads a condition: recursive descent over its tokens, `or` weakest, then `and`, `not`, comparison, sum."""

from simulator.clock import seconds
from simulator.language.tokens import Token, fault, tokens
from simulator.language.tree import (
    Act,
    All,
    Argument,
    Compare,
    Duration,
    Expression,
    Name,
    Not,
    Number,
    Otherwise,
    Since,
    Some,
    Span,
    Sum,
    Told,
    Truth,
    Within,
    Word,
)  # fmt: skip

DEEPEST = 30
"""Brackets and `not`s inside one another, and values in one sum, at most."""

MOMENTS = ("done", "kept", "broken")
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


def parse(source: str) -> Expression:
    """The tree of a condition.

    Raises `Malformed` with the span of the first fault and a remedy.
    """
    reader = _Reader(tokens(source))
    if reader.next.text == "otherwise":
        token = reader.take()
        tree: Expression = Otherwise((token.start, token.end))
    else:
        tree = reader.either()
    if reader.next.kind != "end":
        raise reader.unexpected()
    return tree


class _Reader:
    """A place in the tokens; each method reads one level of the grammar from there."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.position = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.position]

    def take(self) -> Token:
        token = self.next
        self.position += token.kind != "end"
        return token

    def skip(self, text: str) -> bool:
        if self.next.text == text and self.next.kind in ("sign", "keyword"):
            self.take()
            return True
        return False

    def need(self, text: str) -> Token:
        if self.next.text != text:
            raise self.unexpected(text)
        return self.take()

    def unexpected(self, wanted: str = "") -> Exception:
        token = self.next
        if token.kind == "end":
            remedy = "'{wanted}' or a value is missing here"
            return fault(token.start, token.end, "the condition ends too early", remedy, wanted=wanted or "and")
        if token.text == "=":
            return fault(token.start, token.end, "one '=' where a comparison is meant", "write == to compare",
                         code="E305")  # fmt: skip
        if wanted:
            return fault(token.start, token.end, "'{found}' stands where '{wanted}' is needed",
                         "write '{wanted}' here", found=token.text, wanted=wanted)  # fmt: skip
        return fault(token.start, token.end, "'{found}' cannot stand here",
                     "join two conditions with 'and' or 'or'", found=token.text)  # fmt: skip

    def either(self) -> Expression:
        parts = [self.every()]
        while self.skip("or"):
            parts.append(self.every())
        return parts[0] if len(parts) == 1 else Some(tuple(parts), _around(parts))

    def every(self) -> Expression:
        parts = [self.negation()]
        while self.skip("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else All(tuple(parts), _around(parts))

    def negation(self) -> Expression:
        if self.next.text != "not":
            return self.comparison()
        start = self.take().start
        self._deeper()
        inner = self.negation()
        self.depth -= 1
        return Not(inner, (start, inner.span[1]))

    def comparison(self) -> Expression:
        left = self.sum()
        token = self.next
        if token.kind == "sign" and token.text in COMPARISONS:
            self.take()
            right = self._right(token.text)
            self._no_chain()
            return Compare(token.text, left, right, (left.span[0], right.span[1]))
        if self.skip("within"):
            return self._within(left)
        return left

    def _no_chain(self) -> None:
        token = self.next
        if token.kind == "sign" and token.text in COMPARISONS:
            raise fault(token.start, token.end, "two comparisons in a row", "join them with 'and'")

    def _right(self, sign: str) -> Expression:
        """The right side: after `==` and `!=` a bare word is a word of the left side's type."""
        token = self.next
        after = self.tokens[min(self.position + 1, len(self.tokens) - 1)]
        if sign in ("==", "!=") and token.kind == "name" and after.text not in (".", "(", "+", "-"):
            return self._word()
        return self.sum()

    def _word(self) -> Word:
        token = self.take()
        return Word(token.text, (token.start, token.end))

    def _within(self, left: Expression) -> Expression:
        token = self.next
        if token.kind != "number":
            raise self.unexpected("10% of …")
        self.take()
        self.need("%")
        self.need("of")
        right = self.sum()
        return Within(left, _number(token).value, right, (left.span[0], right.span[1]))

    def sum(self) -> Expression:
        left = self.value()
        terms = 1
        while self.next.kind == "sign" and self.next.text in ("+", "-"):
            terms += 1
            if terms > DEEPEST:
                raise fault(self.next.start, self.next.end, "more than {limit} values in one sum",
                            "add up the numbers yourself", limit=DEEPEST)  # fmt: skip
            sign = self.take().text
            right = self.value()
            left = Sum(sign, left, right, (left.span[0], right.span[1]))
        return left

    def value(self) -> Expression:
        token = self.next
        match token.kind:
            case "number":
                return _number(self.take())
            case "duration":
                self.take()
                return Duration(seconds(token.text), (token.start, token.end))
            case "text":
                self.take()
                return Word(token.text[1:-1], (token.start, token.end))
            case "name":
                return self._named()
            case _:
                return self._marked()

    def _marked(self) -> Expression:
        token = self.next
        if token.text in ("true", "false"):
            self.take()
            return Truth(token.text == "true", (token.start, token.end))
        if token.text in ("since", "told"):
            return self._asked()
        if token.text == "(":
            return self._bracket()
        if token.text == "otherwise":
            raise fault(token.start, token.end, "'otherwise' stands alone", "make it the whole of the last condition")
        raise self.unexpected()

    def _bracket(self) -> Expression:
        self.take()
        self._deeper()
        inner = self.either()
        self.depth -= 1
        self.need(")")
        return inner

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise fault(self.next.start, self.next.end, "more than {limit} brackets inside one another",
                        "split the condition", limit=DEEPEST)  # fmt: skip

    def _asked(self) -> Expression:
        word = self.take()
        self.need("(")
        self._deeper()
        inner = self.comparison()
        self.depth -= 1
        end = self.need(")").end
        if word.text == "since":
            return Since(inner, (word.start, end))
        if not isinstance(inner, Name):
            raise fault(*inner.span, "told( ) takes a name", "write told(residents.people)")
        return Told(inner, (word.start, end))

    def _named(self) -> Expression:
        first = self.take()
        if self.next.text == "(":
            return self._act(first)
        parts, end = [first.text], first.end
        while self.skip("."):
            if self.next.kind not in ("name", "keyword"):
                raise self.unexpected("a part after the dot")
            token = self.take()
            parts.append(token.text)
            end = token.end
        return Name(tuple(parts), (first.start, end))

    def _act(self, verb: Token) -> Expression:
        self.need("(")
        arguments: list[Argument] = []
        while self.next.text != ")":
            arguments.append(self._argument())
            if not self.skip(","):
                break
        end = self.need(")").end
        moment = ""
        if self.skip("."):
            moment, end = self._moment()
        return Act(verb.text, tuple(arguments), moment, (verb.start, end))

    def _moment(self) -> tuple[str, int]:
        token = self.take()
        if token.text not in MOMENTS:
            raise fault(token.start, token.end, "an act has no '{part}'", "it has .done, .kept and .broken",
                        part=token.text)  # fmt: skip
        return token.text, token.end

    def _argument(self) -> Argument:
        name = self.next
        if name.kind not in ("name", "keyword"):
            raise self.unexpected(")")
        self.take()
        if self.next.text == "==":
            raise fault(self.next.start, self.next.end, "arguments are written with one '='", "write {name}=…",
                        name=name.text)  # fmt: skip
        self.need("=")
        value = self._right("==")
        return Argument(name.text, value, (name.start, value.span[1]))


def _number(token: Token) -> Number:
    value = float(token.text) if "." in token.text else int(token.text)
    return Number(value, (token.start, token.end))


def _around(parts: list[Expression]) -> Span:
    return parts[0].span[0], parts[-1].span[1]
