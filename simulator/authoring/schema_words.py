"""What a setting means, in the words of the models: the string that stands under a field is its meaning."""

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


def described(model: type[BaseModel], setting: str) -> str:
    """The meaning of a model's setting, its own or inherited; empty where none is written."""
    for each in model.__mro__:
        if issubclass(each, BaseModel) and each is not BaseModel and (words := _meanings(each).get(setting)):
            return words
    return ""


@cache
def _meanings(model: type[BaseModel]) -> dict[str, str]:
    """By setting, the string that stands under it in the model's own source."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(model)))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    found: dict[str, str] = {}
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str() as words)),
            ):
                found[name] = " ".join(words.split())
    return found
