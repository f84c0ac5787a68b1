"""How messages come, how reliable they are and what contingency injects are for, in words for papers and screens."""

from collections.abc import Mapping

from simulator.language.said import Said, say
from simulator.scenario.messages import Channel, Purpose, Reliability

CHANNELS: Mapping[Channel, Said] = {
    "phone": say("phone"), "radio": say("radio"), "field_report": say("field report"), "post": say("post"),
    "visitor": say("visitor"), "superior": say("superior"), "document": say("document"),
    "observation": say("observation"),
}  # fmt: skip

RELIABILITIES: Mapping[Reliability, Said] = {
    "confirmed": say("confirmed"), "likely": say("likely"), "unverified": say("unverified"),
    "doubtful": say("doubtful"),
}  # fmt: skip

PURPOSES: Mapping[Purpose, Said] = {
    "help": say("to help the seats on"), "pressure": say("to press them"), "redirect": say("to lead them back"),
}  # fmt: skip
