package org.nostos.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nostos.basics.FieldRole;

/// People named after trees, birds and fruit, each in one or several records that disagree a little.
/// The same seed gives the same people.
public final class InventedPeople {
    private static final String[][] NAMES = {
        {"زيتون", "Zaytun", "Zeitoun"},
        {"رمان", "Rumman", "Roman"},
        {"تفاح", "Tuffah", "Toufah"},
        {"نخل", "Nakhl", "Nakhel"},
        {"صنوبر", "Sanawbar", "Snobar"},
        {"بلوط", "Ballut", "Balloot"},
        {"خوخ", "Khawkh", "Khokh"},
        {"لوز", "Lawz", "Loz"},
        {"ليمون", "Laymun", "Limoun"},
        {"برتقال", "Burtuqal", "Bortukal"},
        {"مشمش", "Mishmish", "Michmich"},
        {"حمام", "Hamam", "Hamaam"},
        {"نسر", "Nasr", "Nesr"},
        {"صقر", "Saqr", "Sakr"},
        {"بلبل", "Bulbul", "Bolbol"},
        {"هدهد", "Hudhud", "Hodhod"},
        {"غراب", "Ghurab", "Gorab"},
        {"عصفور", "Usfur", "Asfour"},
        {"كرز", "Karaz", "Kerez"},
        {"سرو", "Sarw", "Sarou"},
        {"جميز", "Jummayz", "Joumeiz"},
        {"توت", "Tut", "Tout"},
        {"عنب", "Inab", "Enab"},
        {"سندس", "Sundus", "Sondos"}
    };

    private final Random random;
    private final List<Row> rows = new ArrayList<>();

    /// A record and the person it is of.
    public record Row(String id, int person, Map<FieldRole, List<String>> values) {}

    private InventedPeople(long seed) {
        random = new Random(seed);
    }

    public static List<Row> of(int people, long seed) {
        InventedPeople invented = new InventedPeople(seed);
        for (int person = 0; person < people; person++) {
            invented.person(person);
        }
        return invented.rows;
    }

    public static RecordTable table(List<Row> rows) {
        RecordTable.Builder builder = RecordTable.builder();
        rows.forEach(row -> builder.add(row.id, row.values));
        return builder.build();
    }

    public static List<Row> shuffled(List<Row> rows, long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private void person(int person) {
        String[] given = pick();
        String[] father = pick();
        String[] family = pick();
        int year = 1950 + random.nextInt(60);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        int records = 1 + random.nextInt(4);
        for (int i = 0; i < records; i++) {
            int script = random.nextInt(3);
            Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
            values.put(FieldRole.GIVEN_NAME, List.of(given[script]));
            values.put(
                    FieldRole.FATHER_NAME, List.of(random.nextInt(8) == 0 ? "" : father[script]));
            values.put(FieldRole.FAMILY_NAME, List.of(family[script]));
            String date =
                    random.nextInt(5) == 0
                            ? "" + year
                            : "%04d-%02d-%02d".formatted(year, month, day);
            values.put(FieldRole.BIRTH_DATE, List.of(random.nextInt(10) == 0 ? "" : date));
            values.put(FieldRole.SEX, List.of("m"));
            rows.add(new Row("r" + person + "-" + i, person, values));
        }
    }

    private String[] pick() {
        return NAMES[random.nextInt(NAMES.length)];
    }
}
