package org.nostos.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.nostos.Instance;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.StateCode;
import org.nostos.cases.Cases;
import org.nostos.cases.OpenedCases;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.Facility;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.custody.Telling;
import org.springframework.transaction.support.TransactionTemplate;

/// The first weeks of casework: cases of a camp are opened, it is recorded who is held where and on what
/// ground, or on none, and some are asked whether their consul may know.
final class Casework {

    private static final int CASES = 160;
    private static final int RECORDED = 48;
    private static final int ASKED = 16;
    private static final List<LegalGround> GROUNDS =
            List.of(
                    LegalGround.NONE_KNOWN,
                    LegalGround.ACCOMPANYING_PARENT,
                    LegalGround.SECURITY_INTERNMENT,
                    LegalGround.PRE_TRIAL,
                    LegalGround.NONE_KNOWN,
                    LegalGround.DISPUTED);

    private final Instance instance;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    Casework(Instance instance) {
        this.instance = instance;
    }

    /// Those of whom it is recorded who holds them and nothing else, and those whose custody nobody has recorded.
    record Begun(List<UUID> held, List<UUID> others) {}

    /// What a case officer does with the people of this version of a list.
    ///
    Begun begin(UUID version) {
        List<UUID> people =
                instance.bean(TransactionTemplate.class)
                        .execute(_ -> instance.bean(OpenedCases.class).without(version));
        List<UUID> first = people.stream().sorted().limit(CASES).toList();
        done(
                instance.bean(Cases.class)
                        .open(first, "the camp's register was accepted")
                        .obstacles());
        FacilityKeeping facilities = instance.bean(FacilityKeeping.class);
        done(facilities.open("Camp Willow", "at the river", List.of("East", "West")));
        Facility camp = facilities.all().getFirst();
        for (int i = 0; i < Math.min(RECORDED, first.size()); i++) {
            admit(first.get(i), camp, i);
        }
        for (int i = 0; i < Math.min(ASKED, first.size()); i++) {
            ask(first.get(i), i % 4 == 3 ? Wish.REFUSES : Wish.WANTS);
        }
        int recorded = Math.min(RECORDED, first.size());
        return new Begun(
                first.subList(Math.min(ASKED, recorded), recorded),
                first.subList(recorded, first.size()));
    }

    private void admit(UUID person, Facility camp, int turn) {
        CustodyEntry entry =
                CustodyEntry.of(
                                CustodyKind.ADMITTED,
                                PartialDate.ofDay(today.minusDays(20 + 7L * (turn % 30))),
                                "the camp's register")
                        .by(HoldingAuthority.named("Camp Willow"))
                        .in(camp.id())
                        .on(GROUNDS.get(turn % GROUNDS.size()));
        done(instance.bean(CustodyKeeping.class).record(List.of(person), entry, null));
    }

    private void ask(UUID person, Wish wish) {
        done(
                instance.bean(Telling.class)
                        .consul(
                                person,
                                new StateCode("XMD"),
                                wish,
                                new Telling.How(
                                        today.minusDays(5), "ar", "Sumac Reed", "interview")));
    }

    private static void done(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException("the demo was refused: " + obstacles);
        }
    }
}
