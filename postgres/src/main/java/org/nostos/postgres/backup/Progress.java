package org.nostos.postgres.backup;

/// Hears how many rows of about how many are done. Called often: it must be quick.
@FunctionalInterface
public interface Progress {
    void reached(long rows, long ofAbout);
}
