package org.nostos.custody;

import org.nostos.basics.Stamp;

/// That a person was told of a right, in which language, through whom, and what they answered.
public record RightsNotice(
        Stamp stamp,
        Right right,
        String language,
        String interpreter,
        String answer,
        String source) {}
