package org.nostos.demo;

import static org.nostos.demo.Casebook.ago;
import static org.nostos.demo.Casebook.state;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.PartialDate;
import org.nostos.costs.CostKeeping;
import org.nostos.costs.CostLine;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.Facility;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyKeeping;
import org.nostos.demo.Casebook.Known;
import org.nostos.evidence.Evidence;
import org.nostos.evidence.EvidenceEvent.Hands;
import org.nostos.evidence.EvidenceEvent.Kind;
import org.nostos.evidence.EvidenceEvent.Use;
import org.nostos.evidence.EvidenceItem;
import org.nostos.evidence.EvidenceItem.About;
import org.nostos.evidence.EvidenceItem.Compartment;
import org.nostos.evidence.EvidenceItem.Origin;
import org.nostos.evidence.EvidenceKeeping;
import org.nostos.evidence.EvidenceStep;
import org.nostos.evidence.Recipient;

/// Custody as it goes: reported, in hospital, at court, released, escaped, unaccounted for, dead; with
/// property under seals, evidence in its register, and what it all costs.
final class CustodyDays {

    private final Casebook book;
    private final CustodyKeeping custody;
    private final Facility prison;

    CustodyDays(Casebook book) {
        this.book = book;
        this.custody = book.bean(CustodyKeeping.class);
        FacilityKeeping facilities = book.bean(FacilityKeeping.class);
        book.as(
                Member.MOSS,
                () -> facilities.open("Tamarisk Prison", "on the hill", List.of("A", "B")));
        this.prison =
                book.ask(Member.MOSS, facilities::all).stream()
                        .filter(one -> one.name().equals("Tamarisk Prison"))
                        .findFirst()
                        .orElseThrow();
    }

    void hold() {
        held(LegalGround.PRE_TRIAL);
        held(LegalGround.CONVICTED, CustodyKind.TO_HOSPITAL);
        held(LegalGround.PRE_TRIAL, CustodyKind.TO_COURT);
        held(LegalGround.SECURITY_INTERNMENT, CustodyKind.RELEASED);
        held(LegalGround.CONVICTED, CustodyKind.RELEASED_IN_ERROR);
        held(LegalGround.SECURITY_INTERNMENT, CustodyKind.ESCAPED);
        held(LegalGround.SECURITY_INTERNMENT, CustodyKind.ESCAPED, CustodyKind.RECAPTURED);
        held(LegalGround.NONE_KNOWN, CustodyKind.UNACCOUNTED);
        held(LegalGround.CONVICTED, CustodyKind.DECEASED);
        held(LegalGround.DEATH_SENTENCE);
        held(LegalGround.NONE_KNOWN, CustodyKind.AUTHORITY_CHANGED);
        record(book.child(), CustodyKind.ADMITTED, LegalGround.SECURITY_INTERNMENT, 50);
        record(book.adult(), CustodyKind.REPORTED_HELD, null, 9);
        property();
        evidence();
        costs();
    }

    private void held(LegalGround ground, CustodyKind... then) {
        Known who = book.adult();
        record(who, CustodyKind.ADMITTED, ground, 90);
        int daysAgo = 30;
        for (CustodyKind kind : then) {
            record(who, kind, ground, daysAgo);
            daysAgo -= 10;
        }
    }

    private void record(Known who, CustodyKind kind, @Nullable LegalGround ground, int daysAgo) {
        CustodyEntry entry =
                CustodyEntry.of(kind, PartialDate.ofDay(ago(daysAgo)), "daily log of the prison")
                        .by(HoldingAuthority.named("Tamarisk Holding Authority"))
                        .in(prison.id());
        CustodyEntry said = ground == null ? entry : entry.on(ground);
        UUID seen =
                book.ask(Member.MOSS, () -> custody.file(who.ids(), AsOf.now())).events().stream()
                        .reduce((_, later) -> later)
                        .map(event -> event.id())
                        .orElse(null);
        book.as(Member.MOSS, () -> custody.record(who.ids(), said, seen));
    }

    private void property() {
        sealed("S-0101");
        sealed("S-0102", PropertyContainer.Kind.COUNTERSIGNED);
        sealed("S-0103", PropertyContainer.Kind.OPENED);
        sealed("S-0104", PropertyContainer.Kind.COUNTERSIGNED, PropertyContainer.Kind.HANDED_OVER);
    }

    private void sealed(String seal, PropertyContainer.Kind... then) {
        Known who = book.adult();
        PropertyKeeping keeping = book.bean(PropertyKeeping.class);
        PropertyKeeping.Sealing sealing =
                new PropertyKeeping.Sealing(
                        ago(60), seal, "Wren Thicket", "2 shirts\nwatch, broken", "inventory 7");
        book.as(Member.MOSS, () -> keeping.seal(who.ids(), sealing));
        UUID container = book.ask(Member.MOSS, () -> keeping.of(who.ids())).getFirst().id();
        for (PropertyContainer.Kind kind : then) {
            book.as(
                    Member.SEDGE,
                    () ->
                            keeping.step(
                                    who.ids(),
                                    container,
                                    new PropertyKeeping.Handling(
                                            kind,
                                            ago(8),
                                            "A brother",
                                            "inventory 7",
                                            keeping.of(who.ids()).getFirst().last())));
        }
    }

    private void evidence() {
        Known suspect = book.adult();
        item(suspect, "Ledger of a depot", Origin.MILITARY, true, Kind.HANDED, Kind.RELIED_ON);
        item(
                suspect,
                "Statement of 4 March",
                Origin.OWN_STATEMENT,
                false,
                Kind.DISCLOSED,
                Kind.RELIED_ON,
                Kind.ALLEGED);
        item(
                suspect,
                "Statement of 9 March",
                Origin.OWN_STATEMENT,
                false,
                Kind.ALLEGED,
                Kind.DISMISSAL_PROPOSED);
        Known other = book.adult();
        item(other, "Post of 2 May", Origin.OPEN_SOURCE, false, Kind.RELIED_ON, Kind.DISCLOSED);
        item(other, "Confession of 7 May", Origin.STATE, false, Kind.ESTABLISHED);
        item(
                other,
                "Words of a neighbour",
                Origin.WITNESS,
                false,
                Kind.ALLEGED,
                Kind.DISMISSAL_PROPOSED,
                Kind.DISMISSED);
        item(other, "Telephone", Origin.FORENSIC, true, Kind.CONSENTED, Kind.HANDED, Kind.LOST);
    }

    private void item(Known who, String what, Origin origin, boolean controlled, Kind... then) {
        About about =
                new About(
                        what,
                        origin,
                        "Force of the North",
                        controlled,
                        "Depot 4",
                        "Evidence officer of the north",
                        null,
                        Compartment.CASE,
                        ago(200),
                        "receipt 12");
        EvidenceKeeping keeping = book.bean(EvidenceKeeping.class);
        Evidence evidence = book.bean(Evidence.class);
        book.as(Member.FERN, () -> keeping.register(who.ids(), about, "found in a search"));
        UUID id = items(evidence, who).getLast().id();
        for (Kind kind : then) {
            EvidenceItem now =
                    items(evidence, who).stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst()
                            .orElseThrow();
            Member hand = kind == Kind.DISMISSED ? Member.MAPLE : Member.FERN;
            EvidenceStep step =
                    new EvidenceStep(
                            kind,
                            now.last(),
                            ago(15),
                            kind == Kind.CONSENTED ? new Recipient("XMD") : null,
                            Use.REVIEW,
                            new Hands(
                                    "Evidence officer of the north",
                                    "Registrar of the court",
                                    "Room 2",
                                    "E-77"),
                            "as the receipt says",
                            "receipt 31");
            book.as(hand, () -> keeping.step(id, step));
        }
    }

    private List<EvidenceItem> items(Evidence evidence, Known who) {
        return book.ask(Member.FERN, () -> evidence.of(who.ids(), AsOf.now())).stream()
                .map(Evidence.Line::item)
                .toList();
    }

    private void costs() {
        CostKeeping costs = book.bean(CostKeeping.class);
        cost(costs, "Food, one month", "41250.00", "XVR");
        cost(costs, "Water and power, one month", "18300.50", "XMD");
        cost(costs, "Interpreters, one month", "6120.00", null);
        UUID line = book.ask(Member.MOSS, () -> costs.page(0, 1)).getFirst().id();
        book.as(
                Member.MOSS,
                () -> costs.step(line, CostLine.State.CLAIMED, ago(4), "letter to the donors"));
        book.as(
                Member.MOSS,
                () -> costs.step(line, CostLine.State.PAID, ago(1), "receipt of the bank"));
    }

    private void cost(CostKeeping costs, String what, String amount, @Nullable String code) {
        CostLine.Claim claim =
                new CostLine.Claim(
                        what,
                        new BigDecimal(amount),
                        "USD",
                        "Tamarisk Holding Authority",
                        code == null ? "Donors" : "Government of " + code,
                        code == null ? null : state(code),
                        ago(35),
                        "bill 44");
        book.as(Member.MOSS, () -> costs.record(CostLine.Of.FACILITY, "Tamarisk Prison", claim));
    }
}
