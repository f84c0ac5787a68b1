"""The base of everything an author writes: frozen, nothing unknown, as JSON and back without loss."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A part of a scenario. Unknown settings are refused; values never change once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=False)
