package org.nostos.demo.internal;

/// Sex as registered.
enum Sex {
    MALE,
    FEMALE
}
