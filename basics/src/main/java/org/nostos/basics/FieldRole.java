package org.nostos.basics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a column of a list says about a person.
///
/// The keys are the contract of the command line (`--map role=column`). The usual headings of each
/// role, in several languages, stand in `headings.tsv` beside this class.
public enum FieldRole {
    FULL_NAME,
    GIVEN_NAME,
    FATHER_NAME,
    GRANDFATHER_NAME,
    FAMILY_NAME,
    MOTHER_NAME,
    KUNYA,
    SEX,
    BIRTH_DATE,
    BIRTH_PLACE,
    NATIONALITY,
    DOCUMENT_NUMBER,
    POSTAL_CODE,
    OCCUPATION;

    private static final class Headings {
        static final Map<String, FieldRole> BY_HEADING = read();

        private static Map<String, FieldRole> read() {
            Map<String, FieldRole> found = new HashMap<>();
            InputStream in =
                    Objects.requireNonNull(
                            FieldRole.class.getResourceAsStream("headings.tsv"),
                            "headings.tsv is missing");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isBlank() || line.startsWith("#")) {
                        continue;
                    }
                    String[] parts = line.split("\t");
                    FieldRole role = ofKey(parts[0]).orElseThrow();
                    for (int i = 1; i < parts.length; i++) {
                        found.put(plain(parts[i]), role);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (FieldRole role : values()) {
                found.put(plain(role.key()), role);
            }
            return Map.copyOf(found);
        }
    }

    /// The role's name on the command line: `given_name`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role with this key, if there is one.
    public static Optional<FieldRole> ofKey(String key) {
        for (FieldRole role : values()) {
            if (role.key().equals(key)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /// The role that a column with this heading usually has. Case, spaces, punctuation and Arabic
    /// spelling habits (alef, hamza, ya, ta marbuta) do not matter.
    public static Optional<FieldRole> ofHeading(String heading) {
        return Optional.ofNullable(Headings.BY_HEADING.get(plain(heading)));
    }

    private static String plain(String heading) {
        String folded =
                Normalizer.normalize(heading, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(FieldRole::foldArabic)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int foldArabic(int letter) {
        return switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            default -> letter;
        };
    }
}
