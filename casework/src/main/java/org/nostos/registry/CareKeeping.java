package org.nostos.registry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Unmet;
import org.nostos.parties.Caller;
import org.nostos.registry.CareEvent.Company;
import org.nostos.registry.CareEvent.Ground;
import org.nostos.registry.CareEvent.Kind;
import org.nostos.registry.CareEvent.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done for the care and protection of a person: age, guardian, screening, referral. Thread-safe.
@Service
@Transactional
public class CareKeeping {

    private final Acts acts;
    private final KinEvents turns;
    private final CareEvents events;
    private final Kin kin;
    private final WhoIsOne whoIsOne;
    private final ApplicationEventPublisher publisher;

    CareKeeping(
            Acts acts,
            KinEvents turns,
            CareEvents events,
            Kin kin,
            WhoIsOne whoIsOne,
            ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.turns = turns;
        this.events = events;
        this.kin = kin;
        this.whoIsOne = whoIsOne;
        this.publisher = publisher;
    }

    /// What every step says.
    ///
    /// @param source where it is known from
    /// @param seen the event recorded last when the caller looked
    public record Entry(LocalDate on, String source, String reason, @Nullable UUID seen) {
        public Entry {
            source = source.strip();
            reason = reason.strip();
        }
    }

    /// A competent body assessed the age: born between these days, both possible. It counts once another
    /// hand confirms it.
    ///
    /// @param review the independent body that can review it
    public List<Obstacle> ageAssessed(
            UUID person,
            Entry entry,
            LocalDate bornFirst,
            LocalDate bornLast,
            AgeAssessment how,
            String review) {
        List<Obstacle> wrong = new ArrayList<>(named(review));
        if (bornLast.isBefore(bornFirst) || bornLast.isAfter(entry.on())) {
            wrong.add(Obstacle.of("obstacle.family.born"));
        }
        if (!how.isFair()) {
            wrong.add(Unmet.of(KinRule.AGE_FAIRLY).obstacle());
        }
        if (!how.informed()) {
            wrong.add(Unmet.of(KinRule.AGE_TOLD).obstacle());
        }
        if (!how.isAgreed()) {
            wrong.add(Unmet.of(KinRule.AGE_AGREED).obstacle());
        }
        Said said = new Said(bornFirst, bornLast, how, review);
        return add(person, entry, Kind.AGE_ASSESSED, said, wrong);
    }

    /// Somebody says with whom a child is.
    public List<Obstacle> companySaid(UUID person, Entry entry, Company company) {
        return add(person, entry, Kind.COMPANY_SAID, new Said(company), List.of());
    }

    /// Somebody acts for the child until a guardian is appointed.
    public List<Obstacle> guardianInterim(UUID person, Entry entry, String name) {
        return add(person, entry, Kind.GUARDIAN_INTERIM, new Said(null, null, name), named(name));
    }

    public List<Obstacle> guardianAppointed(UUID person, Entry entry, String name) {
        return add(person, entry, Kind.GUARDIAN_APPOINTED, new Said(null, null, name), named(name));
    }

    public List<Obstacle> guardianEnded(UUID person, Entry entry) {
        return add(person, entry, Kind.GUARDIAN_ENDED, Said.NOTHING, List.of());
    }

    /// What a screening as a victim found. It decides nothing and takes nothing from a suspicion.
    public List<Obstacle> screened(UUID person, Entry entry, Ground ground, Outcome outcome) {
        return add(person, entry, Kind.SCREENED, new Said(ground, outcome, ""), List.of());
    }

    /// Somebody who can help was told.
    public List<Obstacle> referred(UUID person, Entry entry, Ground ground, String to) {
        return add(person, entry, Kind.REFERRED, new Said(ground, null, to), named(to));
    }

    /// The person died; once another hand confirms it, nobody is kept together with them any more.
    public List<Obstacle> died(UUID person, Entry entry) {
        return add(person, entry, Kind.DIED, Said.NOTHING, List.of());
    }

    /// Confirms, as another hand, an assessed age or a death.
    public List<Obstacle> confirm(UUID person, UUID event, @Nullable UUID seen) {
        FamilyFile file = turn(person);
        CareEvent of = event(file, event);
        Entry entry = new Entry(of.stamp().on(), "", "", seen);
        List<Obstacle> found = new ArrayList<>(changed(file, entry));
        if (!file.care().waiting().contains(of)) {
            found.add(Obstacle.of("obstacle.family.not-waiting"));
        }
        if (of.stamp().account().equals(Caller.required().account())) {
            found.add(Unmet.of(KinRule.SECOND_HAND).obstacle());
        }
        if (found.isEmpty()) {
            write(file, Kind.CONFIRMED, entry, of.stamp().on(), Said.NOTHING, event);
        }
        return found;
    }

    private static CareEvent event(FamilyFile file, UUID id) {
        return Stream.concat(file.care().events().stream(), file.care().waiting().stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no such event: " + id));
    }

    /// Takes an event back as wrong.
    public List<Obstacle> correct(UUID person, UUID event, Entry entry) {
        FamilyFile file = turn(person);
        CareEvent of = event(file, event);
        List<Obstacle> found = new ArrayList<>(general(file, entry));
        if (entry.reason().isEmpty()) {
            found.add(Obstacle.of("obstacle.family.reason"));
        }
        if (found.isEmpty()) {
            write(file, Kind.CORRECTED, entry, of.stamp().on(), Said.NOTHING, event);
        }
        return found;
    }

    private List<Obstacle> add(
            UUID person, Entry entry, Kind kind, Said said, List<Obstacle> wrong) {
        FamilyFile file = turn(person);
        List<Obstacle> found = new ArrayList<>(general(file, entry));
        found.addAll(wrong);
        if (entry.source().isEmpty() || entry.source().length() > KinKeeping.LONGEST_SOURCE) {
            found.add(Obstacle.of("obstacle.family.source"));
        }
        if (kind == Kind.GUARDIAN_ENDED && !file.care().guardian().acts()) {
            found.add(Unmet.of(KinRule.GUARDIAN_ENDS).obstacle());
        }
        if (found.isEmpty()) {
            write(file, kind, entry, entry.on(), said, null);
        }
        return found;
    }

    private static List<Obstacle> general(FamilyFile file, Entry entry) {
        List<Obstacle> found = new ArrayList<>(KinKeeping.caseOfficer());
        found.addAll(changed(file, entry));
        if (entry.reason().length() > KinKeeping.LONGEST_REASON) {
            found.add(Obstacle.of("obstacle.family.reason"));
        }
        if (entry.on().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            found.add(Obstacle.of("obstacle.family.not-yet"));
        }
        return found;
    }

    private static List<Obstacle> changed(FamilyFile file, Entry entry) {
        return Objects.equals(entry.seen(), file.last())
                ? List.of()
                : List.of(Obstacle.of("obstacle.case.changed"));
    }

    private static List<Obstacle> named(String name) {
        return name.isBlank() || name.length() > 200
                ? List.of(Obstacle.of("obstacle.family.whom"))
                : List.of();
    }

    private void write(
            FamilyFile file, Kind kind, Entry entry, LocalDate on, Said said, @Nullable UUID of) {
        UUID id = UUID.randomUUID();
        UUID leader = file.known().getFirst();
        UUID act =
                acts.record(
                        Act.of(
                                        "registry.care-"
                                                + kind.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'),
                                        Purpose.CASEWORK,
                                        Map.of("person", leader, "event", id))
                                .withReason(
                                        entry.reason().isEmpty()
                                                ? entry.source()
                                                : entry.reason()));
        events.add(
                new CareEvent(
                        KinKeeping.stamp(id, leader, on),
                        kind,
                        said.company,
                        said.ground,
                        said.outcome,
                        said.whom.strip(),
                        said.bornFirst,
                        said.bornLast,
                        said.how,
                        entry.source(),
                        entry.reason(),
                        of),
                act);
        publisher.publishEvent(new CaseChanged(leader));
    }

    private FamilyFile turn(UUID person) {
        turns.turn(person);
        List<UUID> known = whoIsOne.with(person).stream().map(Person::id).toList();
        if (known.isEmpty()) {
            throw new NoSuchElementException("no person with this id: " + person);
        }
        return kin.of(known, AsOf.now());
    }

    /// What only some steps say.
    private record Said(
            @Nullable Company company,
            @Nullable Ground ground,
            @Nullable Outcome outcome,
            String whom,
            @Nullable LocalDate bornFirst,
            @Nullable LocalDate bornLast,
            @Nullable AgeAssessment how) {

        static final Said NOTHING = new Said(null, null, null, "", null, null, null);

        Said(LocalDate bornFirst, LocalDate bornLast, AgeAssessment how, String review) {
            this(null, null, null, review, bornFirst, bornLast, how);
        }

        Said(Company company) {
            this(company, null, null, "", null, null, null);
        }

        Said(@Nullable Ground ground, @Nullable Outcome outcome, String whom) {
            this(null, ground, outcome, whom, null, null, null);
        }
    }
}
