"""A condition as a value of a scenario: its source and its tree, written and read back as the source."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from simulator.language.parser import parse
from simulator.language.tree import Expression


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition. Two are the same where their sources are."""

    source: str
    tree: Expression

    @classmethod
    def read(cls, source: "str | bool | Condition") -> "Condition":
        """The condition of a source; raises `Malformed` (a ValueError) with the span of the fault."""
        if isinstance(source, Condition):
            return source
        if isinstance(source, bool):
            source = "true" if source else "false"
        return cls(source, parse(source))

    def __str__(self) -> str:
        return self.source

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        accepted = core_schema.union_schema(
            [
                core_schema.is_instance_schema(cls),
                core_schema.str_schema(),
                core_schema.bool_schema(strict=True),
            ]
        )
        return core_schema.no_info_after_validator_function(
            cls.read, accepted, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "boolean"], "description": "a condition"}
