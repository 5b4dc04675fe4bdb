package org.nostos;

import org.springframework.boot.SpringBootExceptionReporter;

/// Keeps a start that was refused from being logged as a failure: whoever starts the house is told why in
/// plain words.
final class QuietRefusals implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return failure instanceof ProductionGate.NotReady || failure instanceof Exposure.Refused;
    }
}
