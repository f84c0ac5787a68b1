"""What happened: the append-only record of a drill, its hash-chained file and its recovery."""
