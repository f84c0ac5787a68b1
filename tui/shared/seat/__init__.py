"""The screens of a seat in a shared drill: those of a drill alone, with the other people in it."""
