"""What a report can be written as; each format takes a `Paper` and answers text or bytes."""
