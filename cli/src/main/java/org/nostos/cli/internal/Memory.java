package org.nostos.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What memory it takes to link lists, told before they are read.
///
/// The two numbers are measured: lists of 50,000 to a million records in one and in three scripts, with
/// seven to ten columns, stay below what they come to.
public final class Memory {
    private static final long AT_LEAST = 300_000_000;
    private static final long FOR_A_BYTE = 37;

    private Memory() {}

    /// What is needed for these lists, and what may be used at most.
    public static String told(List<Path> lists) throws IOException {
        long bytes = 0;
        for (Path list : lists) {
            bytes += Files.isRegularFile(list) ? Files.size(list) : 0;
        }
        return told(bytes, Runtime.getRuntime().maxMemory());
    }

    static String told(long bytesOfLists, long most) {
        long needed = AT_LEAST + FOR_A_BYTE * bytesOfLists;
        return needed <= most
                ? "about %s of memory will be needed, %s may be used"
                        .formatted(gigabytes(needed), gigabytes(most))
                : "about %s of memory will be needed and no more than %s may be used; give more with NOSTOS_JAVA_OPTIONS=-Xmx…"
                        .formatted(gigabytes(needed), gigabytes(most));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
