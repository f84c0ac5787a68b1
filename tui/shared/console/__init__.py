"""The console of those who run, judge and watch a shared drill."""
