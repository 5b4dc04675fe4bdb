package org.nostos.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passwords of the demo's people, new for every demo and kept in its folder for its owner alone,
/// so that a kept demo can print them again. No instance with real people in it has such a file.
final class Keys {

    private static final String FILE = "demo-users.txt";

    private static final List<String> WORDS =
            List.of(
                    "acorn",
                    "alder",
                    "amber",
                    "apple",
                    "aspen",
                    "beech",
                    "berry",
                    "birch",
                    "bramble",
                    "briar",
                    "cedar",
                    "cherry",
                    "clover",
                    "coral",
                    "crane",
                    "damson",
                    "elder",
                    "falcon",
                    "fern",
                    "finch",
                    "flint",
                    "garnet",
                    "granite",
                    "hawthorn",
                    "hazel",
                    "heron",
                    "holly",
                    "hornbeam",
                    "ivy",
                    "jasper",
                    "juniper",
                    "kestrel",
                    "larch",
                    "lark",
                    "laurel",
                    "lemon",
                    "linden",
                    "linnet",
                    "maple",
                    "marble",
                    "medlar",
                    "mistral",
                    "myrtle",
                    "olive",
                    "opal",
                    "oriole",
                    "osprey",
                    "pebble",
                    "plover",
                    "poplar",
                    "quartz",
                    "quince",
                    "raven",
                    "robin",
                    "rowan",
                    "sorrel",
                    "swift",
                    "thistle",
                    "thrush",
                    "topaz",
                    "walnut",
                    "willow",
                    "wren",
                    "zephyr");

    private final Map<Member, String> passwords;

    private Keys(Map<Member, String> passwords) {
        this.passwords = new EnumMap<>(passwords);
    }

    static Keys cut() {
        SecureRandom random = new SecureRandom();
        Map<Member, String> passwords = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            passwords.put(
                    member,
                    Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                                    .limit(3)
                                    .collect(Collectors.joining("-"))
                            + "-"
                            + random.nextInt(100, 1000));
        }
        return new Keys(passwords);
    }

    static boolean lieIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static boolean isFile(Path path) {
        return path.endsWith(FILE);
    }

    static Keys read(Path folder) throws IOException {
        Map<Member, String> passwords = new EnumMap<>(Member.class);
        for (String line : Files.readAllLines(folder.resolve(FILE))) {
            String[] parts = line.split("\t");
            passwords.put(Member.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
        }
        return new Keys(passwords);
    }

    void keep(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                file,
                passwords.entrySet().stream()
                        .map(entry -> entry.getKey().login() + "\t" + entry.getValue())
                        .toList());
    }

    String of(Member member) {
        return Objects.requireNonNull(passwords.get(member), member::login);
    }
}
