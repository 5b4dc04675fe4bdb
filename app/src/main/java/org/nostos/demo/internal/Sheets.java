package org.nostos.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What each of the five lists asks for and how it words it.
final class Sheets {

    /// The holding authority's: whole names in Arabic script, dates in two calendars, often a year.
    static final Desk.Sheet AUTHORITY =
            new Desk.Sheet(
                    "holding-authority.xlsx",
                    Optional.empty(),
                    List.of(
                            "م",
                            "الاسم الكامل",
                            "الكنية",
                            "اسم الأم",
                            "الجنس",
                            "تاريخ الولادة",
                            "محل الولادة",
                            "الجنسية",
                            "رقم الوثيقة",
                            "المكان"),
                    List.of(0),
                    4,
                    3,
                    Sheets::authority);

    /// The first camp's: names in parts, English spellings.
    static final Desk.Sheet CAMP_WILLOW =
            new Desk.Sheet(
                    "camp-willow.csv",
                    Optional.of(','),
                    List.of(
                            "No.",
                            "Given name",
                            "Father's name",
                            "Family name",
                            "Sex",
                            "Date of birth",
                            "Place of birth",
                            "Nationality",
                            "Known as",
                            "Tent"),
                    List.of(0, 1, 2),
                    4,
                    3,
                    Sheets::campWillow);

    /// The second camp's: family name first, French words and spellings.
    static final Desk.Sheet CAMP_CEDAR =
            new Desk.Sheet(
                    "camp-cedar.csv",
                    Optional.of(';'),
                    List.of(
                            "N°",
                            "Nom de famille",
                            "Prénom",
                            "Nom du père",
                            "Sexe",
                            "Date de naissance",
                            "Lieu de naissance",
                            "Nationalité"),
                    List.of(0, 1, 2),
                    4,
                    2,
                    Sheets::campCedar);

    /// Meridia's inquiries: what families know, which is much; some ask twice.
    static final Desk.Sheet MERIDIA =
            new Desk.Sheet(
                    "meridia-inquiries.csv",
                    Optional.of(','),
                    List.of(
                            "Inquiry",
                            "Full name",
                            "Mother's name",
                            "Gender",
                            "DOB",
                            "Birthplace",
                            "Passport no",
                            "Asked by"),
                    List.of(0),
                    3,
                    26,
                    Sheets::meridia);

    /// Varland's consular list: Cyrillic, with patronymics and passports.
    static final Desk.Sheet VARLAND =
            new Desk.Sheet(
                    "varland-consular.csv",
                    Optional.of(','),
                    List.of(
                            "№",
                            "Фамилия",
                            "Личное имя",
                            "Отчество",
                            "Пол",
                            "Дата рождения",
                            "Место рождения",
                            "Номер паспорта"),
                    List.of(0, 1, 2),
                    4,
                    2,
                    Sheets::varland);

    private Sheets() {}

    private static List<String> authority(Clerk clerk, Person person) {
        return List.of(
                wholeName(clerk, person),
                person.kunya().map(kunya -> clerk.nameUnlessMissing(30, kunya)).orElse(""),
                clerk.nameUnlessMissing(45, person.mother()),
                clerk.unlessMissing(3, person.sex() == Sex.MALE ? "ذكر" : "أنثى"),
                arabicDate(clerk, person.born()),
                clerk.nameUnlessMissing(25, person.birthPlace()),
                clerk.unlessMissing(6, clerk.state(person.state())),
                clerk.unlessMissing(80, clerk.number(6, person.document())),
                clerk.oneOf("البناء الشرقي", "البناء الغربي", "المبنى الجديد"));
    }

    private static String wholeName(Clerk clerk, Person person) {
        if (person.state().tradition() != Word.Tradition.ARABIC) {
            return clerk.names(person.given(), person.family());
        }
        int kind = clerk.between(1, 100);
        if (kind <= 45) {
            return clerk.names(
                    person.given(), person.father(), person.grandfather(), person.family());
        }
        if (kind <= 78) {
            return clerk.names(person.given(), person.father(), person.family());
        }
        return kind <= 93
                ? clerk.names(person.given(), person.father(), person.grandfather())
                : clerk.names(person.given(), person.family());
    }

    private static String arabicDate(Clerk clerk, LocalDate born) {
        LocalDate told = clerk.remembered(born);
        int kind = clerk.between(1, 100);
        if (kind <= 8) {
            return "";
        }
        if (kind <= 40) {
            return Integer.toString(told.getYear());
        }
        if (kind <= 50) {
            return Clerk.eastern(Integer.toString(told.getYear()));
        }
        if (kind <= 58) {
            return Clerk.hijri(told);
        }
        return kind <= 66 ? "01/01/" + told.getYear() : Clerk.dayFirst(told, "/");
    }

    private static List<String> campWillow(Clerk clerk, Person person) {
        return List.of(
                clerk.name(person.given()),
                father(clerk, person),
                clerk.nameUnlessMissing(12, person.family()),
                clerk.unlessMissing(2, person.sex() == Sex.MALE ? "M" : "F"),
                campDate(clerk, person.born()),
                clerk.nameUnlessMissing(20, person.birthPlace()),
                clerk.unlessMissing(4, clerk.state(person.state())),
                person.kunya().map(kunya -> clerk.nameUnlessMissing(50, kunya)).orElse(""),
                clerk.oneOf("A", "B", "C") + clerk.between(1, 60));
    }

    private static String father(Clerk clerk, Person person) {
        return person.state().tradition() == Word.Tradition.LATIN
                ? ""
                : clerk.nameUnlessMissing(14, person.father());
    }

    private static String campDate(Clerk clerk, LocalDate born) {
        LocalDate told = clerk.remembered(born);
        int kind = clerk.between(1, 100);
        if (kind <= 5) {
            return "";
        }
        if (kind <= 30) {
            return Integer.toString(told.getYear());
        }
        return kind <= 40 ? told.toString().substring(0, 7) : told.toString();
    }

    private static List<String> campCedar(Clerk clerk, Person person) {
        LocalDate told = clerk.remembered(person.born());
        return List.of(
                clerk.nameUnlessMissing(10, person.family()),
                clerk.name(person.given()),
                father(clerk, person),
                clerk.unlessMissing(2, person.sex() == Sex.MALE ? "M" : "F"),
                clerk.unlessMissing(
                        7,
                        clerk.between(1, 100) <= 25
                                ? Integer.toString(told.getYear())
                                : Clerk.dayFirst(told, ".")),
                clerk.nameUnlessMissing(30, person.birthPlace()),
                clerk.unlessMissing(5, person.state().code().value()));
    }

    private static List<String> meridia(Clerk clerk, Person person) {
        return List.of(
                clerk.between(1, 100) <= 60
                        ? clerk.names(person.given(), person.father(), person.family())
                        : clerk.names(
                                person.given(),
                                person.father(),
                                person.grandfather(),
                                person.family()),
                clerk.nameUnlessMissing(10, person.mother()),
                person.sex() == Sex.MALE ? "male" : "female",
                Clerk.dayFirst(clerk.remembered(person.born()), "/"),
                clerk.nameUnlessMissing(8, person.birthPlace()),
                clerk.unlessMissing(45, clerk.number(2, person.document())),
                clerk.oneOf("mother", "father", "wife", "brother", "sister"));
    }

    private static List<String> varland(Clerk clerk, Person person) {
        return List.of(
                clerk.name(person.family()),
                clerk.name(person.given()),
                clerk.nameUnlessMissing(8, person.patronymic()),
                person.sex() == Sex.MALE ? "М" : "Ж",
                Clerk.dayFirst(clerk.remembered(person.born()), "."),
                clerk.nameUnlessMissing(10, person.birthPlace()),
                clerk.unlessMissing(20, clerk.number(2, person.document())));
    }
}
