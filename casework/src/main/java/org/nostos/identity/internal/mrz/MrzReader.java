package org.nostos.identity.internal.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.identity.Mrz;
import org.nostos.identity.Mrz.Check;
import org.nostos.identity.Mrz.Format;

/// Reads the machine readable zone of a travel document: TD1, TD2, TD3 (Doc 9303 parts 4 to 6) and
/// visas, MRV-A and MRV-B (part 7). Never throws; what is not a zone is none. Pure.
public final class MrzReader {

    private MrzReader() {}

    /// The zone in this text, or null when it is none.
    ///
    /// @param today by which the century of a birth is told: nobody is born after it
    public static @Nullable Mrz read(String text, LocalDate today) {
        List<String> lines = lines(text);
        Format format = format(lines);
        return format == null ? null : new Zone(lines, format).read(today);
    }

    private static List<String> lines(String text) {
        return text.toUpperCase(Locale.ROOT)
                .lines()
                .map(line -> line.replaceAll("\\s", "").replace('«', '<'))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static @Nullable Format format(List<String> lines) {
        if (lines.stream().anyMatch(line -> !line.matches("[A-Z0-9<]+"))) {
            return null;
        }
        for (Format format : Format.values()) {
            boolean fits =
                    lines.size() == format.lines()
                            && lines.stream().allMatch(line -> line.length() == format.length())
                            && lines.getFirst().startsWith("V") == format.isVisa();
            if (fits) {
                return format;
            }
        }
        return null;
    }

    /// The lines of one zone, whose form is right.
    private record Zone(List<String> lines, Format format) {

        Mrz read(LocalDate today) {
            return format == Format.TD1 ? card(today) : twoLines(today);
        }

        private Mrz card(LocalDate today) {
            String first = lines.get(0);
            String second = lines.get(1);
            List<Check> checks = new ArrayList<>();
            String number = cardNumber(first, checks);
            checks.add(check("birth", second.substring(0, 6), second.charAt(6)));
            checks.add(check("expiry", second.substring(8, 14), second.charAt(14)));
            String composite =
                    first.substring(5)
                            + second.substring(0, 7)
                            + second.substring(8, 15)
                            + second.substring(18, 29);
            checks.add(check("composite", composite, second.charAt(29)));
            return mrz(
                    first,
                    lines.get(2),
                    number,
                    second.substring(15, 18),
                    second.substring(0, 6),
                    second.charAt(7),
                    second.substring(8, 14),
                    checks,
                    today);
        }

        /// A number of more than nine characters goes on in the optional field, up to its check digit.
        private static String cardNumber(String first, List<Check> checks) {
            String number = first.substring(5, 14);
            if (first.charAt(14) != '<') {
                checks.add(check("number", number, first.charAt(14)));
                return plain(number);
            }
            String rest = first.substring(15);
            int end = rest.indexOf('<');
            String more = end < 0 ? rest : rest.substring(0, end);
            if (more.isEmpty()) {
                checks.add(check("number", number, '<'));
                return plain(number);
            }
            String whole = number + more.substring(0, more.length() - 1);
            checks.add(check("number", whole, more.charAt(more.length() - 1)));
            return plain(whole);
        }

        private Mrz twoLines(LocalDate today) {
            String second = lines.get(1);
            List<Check> checks = new ArrayList<>();
            checks.add(check("number", second.substring(0, 9), second.charAt(9)));
            checks.add(check("birth", second.substring(13, 19), second.charAt(19)));
            checks.add(check("expiry", second.substring(21, 27), second.charAt(27)));
            if (format == Format.TD3) {
                checks.add(personal(second.substring(28, 42), second.charAt(42)));
            }
            if (!format.isVisa()) {
                int end = format.length() - 1;
                String composite =
                        second.substring(0, 10)
                                + second.substring(13, 20)
                                + second.substring(21, end);
                checks.add(check("composite", composite, second.charAt(end)));
            }
            return mrz(
                    lines.get(0),
                    lines.get(0).substring(5),
                    plain(second.substring(0, 9)),
                    second.substring(10, 13),
                    second.substring(13, 19),
                    second.charAt(20),
                    second.substring(21, 27),
                    checks,
                    today);
        }

        private Mrz mrz(
                String first,
                String names,
                String number,
                String nationality,
                String birth,
                char sex,
                String expiry,
                List<Check> checks,
                LocalDate today) {
            int between = names.indexOf("<<");
            String surname = between < 0 ? names : names.substring(0, between);
            String given = between < 0 ? "" : names.substring(between + 2);
            return new Mrz(
                    format,
                    plain(first.substring(0, 2)),
                    state(first.substring(2, 5)),
                    words(surname),
                    words(given),
                    number,
                    state(nationality),
                    nationality,
                    days(birth, century(birth, today)),
                    sex,
                    days(expiry, 2000),
                    checks,
                    String.join("\n", lines));
        }

        /// Where nothing stands in the field, its digit may be left out.
        private static Check personal(String field, char digit) {
            return digit == '<' && field.matches("<*")
                    ? new Check("personal", '0', '0')
                    : check("personal", field, digit);
        }

        private static Check check(String field, String characters, char written) {
            return new Check(field, written, (char) ('0' + CheckDigits.of(characters)));
        }

        private static String plain(String field) {
            return field.replace("<", "");
        }

        private static String words(String field) {
            return field.replace('<', ' ').strip().replaceAll(" +", " ");
        }

        /// Germany writes one letter; every other state three.
        private static @Nullable StateCode state(String field) {
            String code = plain(field);
            if (code.equals("D")) {
                return new StateCode("DEU");
            }
            return code.matches("[A-Z]{3}") ? new StateCode(code) : null;
        }

        private static int century(String birth, LocalDate today) {
            if (!birth.substring(0, 2).matches("\\d\\d")) {
                return 1900;
            }
            int year = 2000 + Integer.parseInt(birth.substring(0, 2));
            boolean later =
                    year > today.getYear()
                            || (year == today.getYear()
                                    && birth.matches("\\d{6}")
                                    && after(birth, today));
            return later ? 1900 : 2000;
        }

        private static boolean after(String birth, LocalDate today) {
            Mrz.Days days = days(birth, 2000);
            return days != null && days.first().isAfter(today);
        }

        /// The days that six characters can mean; what is not known is written as fillers.
        private static Mrz.@Nullable Days days(String field, int century) {
            if (!field.matches("\\d\\d(<<<<|\\d\\d(\\d\\d|<<))")) {
                return null;
            }
            int year = century + Integer.parseInt(field.substring(0, 2));
            String month = field.substring(2, 4);
            String day = field.substring(4, 6);
            try {
                if (month.equals("<<")) {
                    return new Mrz.Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
                }
                YearMonth known = YearMonth.of(year, Integer.parseInt(month));
                if (day.equals("<<")) {
                    return new Mrz.Days(known.atDay(1), known.atEndOfMonth());
                }
                LocalDate one = known.atDay(Integer.parseInt(day));
                return new Mrz.Days(one, one);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
