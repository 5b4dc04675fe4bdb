package org.nostos.lists.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Damages good files, the same way for the same number: flips, cuts, doublings, splices, and words
/// that readers have stumbled over.
final class Mutations {

    private static final List<String> WORDS =
            List.of(
                    "\"",
                    "\"\"\"",
                    "\n",
                    "\r",
                    "\t",
                    ";",
                    ",",
                    "\0",
                    "\uFEFF",
                    "\uFFFD",
                    "\u202E",
                    "\u200F",
                    "????",
                    "Total",
                    "<![CDATA[",
                    "]]>",
                    "<!--",
                    "<!DOCTYPE x>",
                    "&#0;",
                    "&#xD800;",
                    "&amp",
                    "<",
                    ">",
                    "</table:table-row>",
                    "<table:table-row table:number-rows-repeated='900'>",
                    "table:number-columns-repeated='400' ",
                    "table:number-rows-repeated='-1' ",
                    " r=\"XFD9\" ",
                    " r=\"1048577\" ",
                    " t=\"s\" ",
                    " t=\"d\" ",
                    " s=\"99999999999\" ",
                    "<v>1E999999999</v>",
                    "<v>-1</v>",
                    "<f>1+1</f>",
                    "<row>",
                    "</row>",
                    "<c><v>",
                    "<x:y/>",
                    "office:value='1e-99999' ",
                    "<text:s text:c='2147483647'/>",
                    "<text:p>",
                    "</text:p>",
                    "\u00FF\u00FE",
                    "0".repeat(5_000));

    private final List<byte[]> seeds;

    Mutations(List<byte[]> seeds) {
        this.seeds = List.copyOf(seeds);
    }

    byte[] of(long number) {
        SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        byte[] seed = seeds.get(random.nextInt(seeds.size()));
        boolean inside =
                seed.length > 4 && seed[0] == 'P' && seed[1] == 'K' && random.nextInt(5) > 0;
        return inside ? insideOf(seed, random) : damaged(seed, random);
    }

    private byte[] damaged(byte[] seed, SplittableRandom random) {
        byte[] damaged = seed;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private byte[] once(byte[] bytes, SplittableRandom random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> joined(bytes, end, bytes, at, end, end);
            case 3 -> joined(bytes, at, bytes, at, at, end);
            case 4 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length);
                int to = Math.min(other.length, from + 1 + random.nextInt(200));
                yield joined(bytes, at, other, from, to, at);
            }
            default -> {
                byte[] word =
                        WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
                yield joined(bytes, at, word, 0, word.length, at);
            }
        };
    }

    private static byte[] flipped(byte[] bytes, int at, SplittableRandom random) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /// The bytes up to `until`, a piece of others, and the bytes from `behind` on.
    private static byte[] joined(
            byte[] bytes, int until, byte[] piece, int from, int to, int behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, until);
        out.write(piece, from, to - from);
        out.write(bytes, behind, bytes.length - behind);
        return out.toByteArray();
    }

    /// The archive with one of its parts damaged and everything else sound.
    private byte[] insideOf(byte[] archive, SplittableRandom random) {
        try {
            Map<String, byte[]> parts = parts(archive);
            List<String> names = List.copyOf(parts.keySet());
            String name = names.get(random.nextInt(names.size()));
            parts.computeIfPresent(name, (_, part) -> damaged(part, random));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> parts(byte[] archive) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
