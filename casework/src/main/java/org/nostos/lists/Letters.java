package org.nostos.lists;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the letters of a text file are written as bytes.
public enum Letters {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    /// Arabic, with the accents of French.
    WINDOWS_1256(Charset.forName("windows-1256")),
    /// Cyrillic.
    WINDOWS_1251(Charset.forName("windows-1251")),
    /// Western Europe.
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    Letters(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }
}
