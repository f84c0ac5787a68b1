"""The screens that a person sees in full: lobby, drill, hot wash."""
