package org.nostos.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.Instance;
import org.nostos.demo.internal.FiveLists;
import org.nostos.demo.internal.PaperList;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.NationalityStep;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseSetup;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;

/// Fills an empty instance as its users would: the committee is founded, parties and people come in
/// by the door, lists are handed in, accepted and linked, some pairs are judged, and
/// the first cases are opened.
final class DemoStory {

    private static final Duration LONGEST_LINKING = Duration.ofMinutes(5);

    private final Instance instance;
    private final Keys keys;
    private final Map<Member, Caller> callers = new EnumMap<>(Member.class);

    DemoStory(Instance instance, Keys keys) {
        this.instance = instance;
        this.keys = keys;
    }

    void tell(FiveLists lists) throws Exception {
        found();
        Caller administrator = as(Member.JUNIPER);
        Map<Member.Team, UUID> parties = administrator.call(this::parties);
        for (Member member : Member.values()) {
            if (member != Member.JUNIPER) {
                UUID party = Objects.requireNonNull(parties.get(member.team));
                administrator.run(() -> invite(member, party));
            }
        }
        new SaidInPublic(this, instance).enter();
        Map<UUID, PaperList> versions = handIn(lists);
        if (!instance.bean(LinkingRuns.class).awaitIdle(LONGEST_LINKING)) {
            throw new IllegalStateException("the lists were not linked in time");
        }
        new Reviewing(this, instance, versions).hold();
        versions.forEach((version, list) -> {
            if (list == lists.campWillow()) {
                Casework.Begun begun =
                        as(Member.MOSS).call(() -> new Casework(instance).begin(version));
                fill(
                        new Casebook(this, instance, begun.others()),
                        new Casebook(this, instance, begun.held()));
            }
        });
        leaveOneWaiting(lists.varland());
    }

    /// Months of casework: a case for every state of every track, a few people who may go home, and a few who went.
    private void fill(Casebook book, Casebook held) {
        as(Member.JUNIPER)
                .call(() ->
                        instance.bean(HouseSetup.class)
                                .nameReviewBody(Member.Team.BOARD.title, "decree 12"));
        LawDays law = new LawDays(book);
        BarDays bars = new BarDays(book);
        FamilyDays families = new FamilyDays(book);
        AskingDays asking = new AskingDays(book);
        families.hold();
        law.hold();
        bars.hold(Casebook.state("XAZ"));
        asking.hold(FiveLists.states());
        families.asked(asking);
        new CustodyDays(book).hold();
        Casebook.Known mother = book.adult();
        Casebook.Known child = book.child();
        families.motherOf(child, mother);
        List<Casebook.Known> homeward = List.of(mother, child, book.adult());
        for (Casebook.Known who : homeward) {
            families.claim(who, Casebook.state("XMD"), NationalityStep.VERIFIED);
            bars.cleared(who, who.equals(child), law);
        }
        asking.takenBack(homeward);
        new TravelDays(held).hold(families, bars, law, asking);
    }

    /// A list that is read and that nobody has accepted yet.
    private void leaveOneWaiting(PaperList consular) throws IOException {
        PaperList addition =
                new PaperList(
                        "varland-consular-2.csv",
                        consular.separator(),
                        consular.heading(),
                        consular.rows()
                                .subList(consular.rows().size() - 40, consular.rows().size()));
        as(Member.BIRCH)
                .call(() -> new Handing(instance).handIn(addition, "Consular list, addition"));
    }

    /// The list behind each version, accepted.
    private Map<UUID, PaperList> handIn(FiveLists lists) throws IOException {
        List<Delivery> deliveries =
                List.of(
                        new Delivery(Member.FLINT, lists.authority(), "People held, all sites"),
                        new Delivery(Member.WREN, lists.campWillow(), "Camp Willow, register"),
                        new Delivery(Member.LARCH, lists.campCedar(), "Camp Cedar, register"),
                        new Delivery(Member.PLUM, lists.meridia(), "Inquiries of families"),
                        new Delivery(Member.BIRCH, lists.varland(), "Consular list"));
        Handing handing = new Handing(instance);
        Map<Delivery, UUID> versions = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            versions.put(
                    delivery,
                    as(delivery.by())
                            .call(() -> handing.handIn(delivery.list(), delivery.title())));
        }
        versions.forEach((delivery, version) ->
                as(delivery.by()).run(() -> handing.accept(version, delivery.title())));
        return versions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, entry -> entry.getKey().list()));
    }

    /// A list, and who hands it in under which title.
    private record Delivery(Member by, PaperList list, String title) {}

    private void found() {
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        Member founder = Member.JUNIPER;
        links.found(
                links.first().orElseThrow(),
                founder.team.title,
                founder.login(),
                founder.displayName,
                keys.of(founder));
    }

    private Map<Member.Team, UUID> parties() {
        AccountKeeping keeping = instance.bean(AccountKeeping.class);
        Map<Member.Team, UUID> parties = new EnumMap<>(Member.Team.class);
        for (Member.Team team : Member.Team.values()) {
            parties.put(
                    team,
                    team.kind == PartyKind.COORDINATING_COMMITTEE
                            ? Caller.required().party()
                            : keeping.addParty(team.kind, team.title, team.state()));
        }
        FiveLists.states().entrySet().stream()
                .filter(state ->
                        parties.keySet().stream()
                                .noneMatch(team -> state.getKey().equals(team.state())))
                .forEach(state ->
                        keeping.addParty(PartyKind.STATE, state.getValue(), state.getKey()));
        return parties;
    }

    private void invite(Member member, UUID party) {
        Opening opening =
                instance.bean(AccountKeeping.class)
                        .open(party, member.role, member.login(), member.displayName);
        switch (opening) {
            case Opening.Opened opened ->
                    instance.bean(OneTimeLinks.class).accept(opened.token(), keys.of(member));
            case Opening.Refused refused ->
                    throw new IllegalStateException(member + ": " + refused.obstacles());
        }
    }

    /// The member, signed in by the real door.
    Caller as(Member member) {
        return callers.computeIfAbsent(member, this::signIn);
    }

    private Caller signIn(Member member) {
        Outcome outcome =
                instance.bean(SigningIn.class).signIn(member.login(), keys.of(member), "127.0.0.1");
        return switch (outcome) {
            case Outcome.SignedIn signedIn -> signedIn.caller();
            case Outcome.HalfWay _, Outcome.Refused _, Outcome.Closed _ ->
                    throw new IllegalStateException(member + " could not sign in");
        };
    }
}
