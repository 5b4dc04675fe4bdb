package org.nostos.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Invents people one household at a time, until enough are held.
///
/// Most are single men; some are brothers, who share all but a given name; some are families, whose
/// children share the father. Beside those held there are people whose state asks for them in vain.
final class Population {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int MERIDIANS_SOUGHT = 420;
    private static final int VARLANDERS_SOUGHT = 260;
    private static final int ALL_SHARES = State.ALL.stream().mapToInt(State::share).sum();

    private final Chance chance;
    private final List<Person> people = new ArrayList<>();

    private Population(Chance chance) {
        this.chance = chance;
    }

    /// About this many people held, and those who are only sought.
    static List<Person> invent(Chance chance, int held) {
        Population population = new Population(chance);
        while (population.people.size() < held) {
            population.household(population.someState());
        }
        population.sought(State.named("XMD"), MERIDIANS_SOUGHT);
        population.sought(State.named("XVR"), VARLANDERS_SOUGHT);
        return List.copyOf(population.people);
    }

    private State someState() {
        int drawn = chance.between(1, ALL_SHARES);
        for (State state : State.ALL) {
            drawn -= state.share();
            if (drawn <= 0) {
                return state;
            }
        }
        throw new IllegalStateException("the shares of the states do not add up: " + ALL_SHARES);
    }

    private void household(State state) {
        int kind = chance.between(1, 100);
        if (kind <= 78) {
            man(house(state), 22, 51, true);
        } else if (kind <= 87) {
            House house = house(state);
            man(house, 22, 38, true);
            man(house, 22, 38, true);
        } else {
            family(state);
        }
    }

    private void sought(State state, int count) {
        for (int i = 0; i < count; i++) {
            man(house(state), 20, 55, false);
        }
    }

    private void man(House house, int youngest, int oldest, boolean held) {
        add(house, Sex.MALE, word(house.state(), Sex.MALE), aged(youngest, oldest), held);
    }

    private void family(State state) {
        House his = house(state);
        Word husband = word(state, Sex.MALE);
        if (chance.in100(45)) {
            add(his, Sex.MALE, husband, aged(26, 50), true);
        }
        Word wife = word(state, Sex.FEMALE);
        add(house(state), Sex.FEMALE, wife, aged(22, 46), true);
        House theirs =
                new House(
                        state,
                        husband,
                        his.father().given(Sex.MALE),
                        his.family(),
                        wife.given(Sex.FEMALE));
        for (int child = chance.between(1, 4); child > 0; child--) {
            Sex sex = chance.in100(50) ? Sex.MALE : Sex.FEMALE;
            add(theirs, sex, word(state, sex), aged(2, 17), true);
        }
    }

    private House house(State state) {
        List<Word> words = words(state);
        return new House(
                state,
                word(state, Sex.MALE),
                word(state, Sex.MALE).given(Sex.MALE),
                chance.oneOf(words),
                word(state, Sex.FEMALE).given(Sex.FEMALE));
    }

    private Word word(State state, Sex sex) {
        return chance.oneOf(words(state).stream().filter(word -> word.isBorneBy(sex)).toList());
    }

    private static List<Word> words(State state) {
        return Word.ALL.stream().filter(word -> word.tradition() == state.tradition()).toList();
    }

    private LocalDate aged(int youngest, int oldest) {
        return TODAY.minusDays(chance.between(youngest * 365, (oldest + 1) * 365));
    }

    private void add(House house, Sex sex, Word given, LocalDate born, boolean held) {
        State state = house.state();
        boolean kunya =
                state.tradition() == Word.Tradition.ARABIC
                        && born.isBefore(TODAY.minusYears(18))
                        && chance.in100(45);
        people.add(
                new Person(
                        String.format(Locale.ROOT, "P%05d", people.size() + 1),
                        sex,
                        given.given(sex),
                        house.father().given(Sex.MALE),
                        house.father().patronymic(sex),
                        house.grandfather(),
                        house.family().family(sex),
                        house.mother(),
                        kunya ? Optional.of(kunya(state, sex)) : Optional.empty(),
                        born,
                        chance.oneOf(Place.of(state)),
                        state,
                        document(state),
                        held));
    }

    private Name kunya(State state, Sex sex) {
        Name child = word(state, Sex.MALE).given(Sex.MALE);
        return sex == Sex.MALE
                ? new Name("abū " + child.sound(), "أبو " + child.arabic(), "")
                : new Name("umm " + child.sound(), "أم " + child.arabic(), "");
    }

    private String document(State state) {
        return state.code().value().charAt(1)
                + String.format(Locale.ROOT, "%07d", chance.between(1_000_000, 9_999_999));
    }
}
