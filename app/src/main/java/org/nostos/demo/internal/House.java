package org.nostos.demo.internal;

/// One father's house: all who are born into it bear his name, his father's and the family's.
record House(State state, Word father, Name grandfather, Word family, Name mother) {}
