"""Records of past drills: a database that can be made anew from journals at any time, which stay the truth."""
