package org.nostos.identity;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.identity.internal.mrz.MrzReader;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Sex;
import org.nostos.names.Names;

/// Sets what a travel document says to machines beside what is on file, field by field. It decides
/// nothing: a human reads the difference. Pure.
public final class TravelDocuments {

    private static final double ALIKE = 0.85;

    private TravelDocuments() {}

    /// A field that both, one or none of them say.
    ///
    /// @param filed every different value on file
    public record Comparison(Field field, String read, List<String> filed, Agreement agreement) {
        public Comparison {
            filed = List.copyOf(filed);
        }
    }

    /// What is set side by side.
    public enum Field {
        NAME,
        BIRTH,
        SEX,
        NUMBER,
        NATIONALITY
    }

    /// How the two go together.
    public enum Agreement {
        AGREES,
        DIFFERS,
        NOT_ON_FILE,
        NOT_READ
    }

    /// The zone in this text, or nothing when it is none.
    public static Optional<Mrz> read(String text) {
        return Optional.ofNullable(MrzReader.read(text, LocalDate.now(ZoneOffset.UTC)));
    }

    /// What the zone says, beside the records of one person and how it stands with states.
    public static List<Comparison> against(
            Mrz mrz, List<AcceptedRecord> records, List<NationalityStanding> states) {
        return List.of(
                name(mrz, records),
                birth(mrz, records),
                sex(mrz, records),
                number(mrz, records),
                nationality(mrz, states));
    }

    private static Comparison name(Mrz mrz, List<AcceptedRecord> records) {
        List<String> filed = records.stream().map(TravelDocuments::spelt).distinct().toList();
        return comparison(
                Field.NAME,
                mrz.name(),
                filed.stream().filter(name -> !name.isEmpty()).toList(),
                filed.stream().anyMatch(name -> Names.similarity(name, mrz.name()) >= ALIKE));
    }

    private static Comparison birth(Mrz mrz, List<AcceptedRecord> records) {
        Mrz.Days days = mrz.birth();
        List<PartialDate> filed =
                records.stream().map(AcceptedRecord::birth).filter(Objects::nonNull).toList();
        return comparison(
                Field.BIRTH,
                days == null ? "" : words(days.first(), days.last()),
                filed.stream().map(date -> words(date.first(), date.last())).distinct().toList(),
                days != null && filed.stream().anyMatch(date -> meets(days, date)));
    }

    private static Comparison sex(Mrz mrz, List<AcceptedRecord> records) {
        String read = mrz.sex() == '<' || mrz.sex() == 'X' ? "" : String.valueOf(mrz.sex());
        List<String> filed =
                records.stream()
                        .map(AcceptedRecord::sex)
                        .filter(sex -> sex != Sex.UNKNOWN)
                        .map(sex -> String.valueOf(sex.letter()))
                        .distinct()
                        .toList();
        return comparison(Field.SEX, read, filed, filed.contains(read));
    }

    private static Comparison number(Mrz mrz, List<AcceptedRecord> records) {
        List<String> filed = new ArrayList<>();
        for (AcceptedRecord record : records) {
            filed.addAll(record.values().getOrDefault(FieldRole.DOCUMENT_NUMBER, List.of()));
        }
        return comparison(
                Field.NUMBER,
                mrz.number(),
                filed.stream().distinct().toList(),
                filed.stream().anyMatch(one -> plain(one).equals(plain(mrz.number()))));
    }

    private static Comparison nationality(Mrz mrz, List<NationalityStanding> states) {
        String read = mrz.nationality() == null ? "" : mrz.nationality().value();
        List<String> filed = states.stream().map(now -> now.state().value()).toList();
        return comparison(Field.NATIONALITY, read, filed, filed.contains(read));
    }

    private static Comparison comparison(
            Field field, String read, List<String> filed, boolean agrees) {
        Agreement agreement =
                read.isEmpty()
                        ? Agreement.NOT_READ
                        : filed.isEmpty()
                                ? Agreement.NOT_ON_FILE
                                : agrees ? Agreement.AGREES : Agreement.DIFFERS;
        return new Comparison(field, read, filed, agreement);
    }

    private static boolean meets(Mrz.Days days, PartialDate date) {
        return !days.first().isAfter(date.last()) && !date.first().isAfter(days.last());
    }

    private static String words(LocalDate first, LocalDate last) {
        return first.equals(last) ? first.toString() : first + " – " + last;
    }

    private static String plain(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static String spelt(AcceptedRecord record) {
        String full = record.first(FieldRole.FULL_NAME);
        if (full != null) {
            return full;
        }
        StringBuilder name = new StringBuilder();
        for (FieldRole role :
                List.of(
                        FieldRole.GIVEN_NAME,
                        FieldRole.FATHER_NAME,
                        FieldRole.GRANDFATHER_NAME,
                        FieldRole.FAMILY_NAME)) {
            String part = record.first(role);
            if (part != null) {
                name.append(name.isEmpty() ? "" : " ").append(part);
            }
        }
        return name.toString();
    }
}
