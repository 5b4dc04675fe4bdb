package org.nostos.transfers.internal;

import java.security.KeyPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nostos.documents.Paper;
import org.nostos.documents.Paper.Pair;
import org.nostos.documents.Press;
import org.nostos.documents.Printed;
import org.nostos.journal.JournalKeys;
import org.nostos.parties.Caller;
import org.nostos.transfers.Receipt;
import org.nostos.transfers.Receipt.Item;
import org.nostos.transfers.Receipt.Kind;
import org.nostos.transfers.Transfers.ManifestLine;
import org.nostos.transfers.Transfers.PaperOf;
import org.springframework.stereotype.Component;

/// Prints the receipt of a handover for both sides to sign, in both languages, signed with the instance's key.
@Component
public class ReceiptPress {

    private final Press press;
    private final Wording wording = Wording.read("receipt.tsv");

    ReceiptPress(JournalKeys keys) {
        press = new Press(new KeyPair(keys.publicKey(), keys.privateKey()));
    }

    /// @param version how often a receipt of this transfer was drawn up, this one among them
    public PaperOf receipt(
            Load load, List<ManifestLine> manifest, Receipt receipt, long version, LocalDate on) {
        String number = load.transfer().number() + "-R" + version;
        Printed printed = press.print(paper(load, manifest, receipt, number, on));
        return new PaperOf(
                receipt.event(), number, printed.pdf(), printed.sha256(), printed.contentSha256());
    }

    private Paper paper(
            Load load, List<ManifestLine> manifest, Receipt receipt, String number, LocalDate on) {
        Receipt.Sides sides = receipt.sides();
        List<Pair> text = new ArrayList<>();
        text.add(
                wording.filled(
                        "kind." + load.transfer().kind(),
                        load.transfer().number(),
                        load.transfer().destination().value()));
        text.add(wording.filled("counts", counts(receipt)));
        text.add(wording.pair("medical"));
        text.add(wording.pair("evidence"));
        text.add(wording.filled("place", sides.place()));
        text.add(wording.filled("giver", sides.giver(), sides.giverOffice()));
        text.add(wording.filled("receiver", sides.receiver(), sides.receiverOffice()));
        if (!sides.witness().isEmpty()) {
            text.add(wording.filled("witness", sides.witness()));
        }
        return new Paper(
                number,
                on,
                wording.pair("kind"),
                same(Caller.required().partyName()),
                same(load.transfer().receiver()),
                text,
                wording.pair("annex"),
                wording.pairs(
                        "no",
                        "family",
                        "name",
                        "file",
                        "summary",
                        "property",
                        "document",
                        "evidences"),
                manifest.stream()
                        .filter(line -> !receipt.of(line.line(), Kind.PERSON).isEmpty())
                        .map(line -> row(line, receipt))
                        .toList());
    }

    private static String[] counts(Receipt receipt) {
        String[] counts = new String[Kind.values().length];
        for (Kind kind : Kind.values()) {
            counts[kind.ordinal()] = Integer.toString(receipt.count(kind));
        }
        return counts;
    }

    private static List<String> row(ManifestLine line, Receipt receipt) {
        UUID id = line.line();
        return List.of(
                Integer.toString(line.place()),
                Integer.toString(line.family()),
                line.name(),
                said(receipt.of(id, Kind.FILE)),
                said(receipt.of(id, Kind.MEDICAL)),
                said(receipt.of(id, Kind.PROPERTY)),
                said(receipt.of(id, Kind.DOCUMENT)),
                said(receipt.of(id, Kind.EVIDENCE)));
    }

    private static String said(List<Item> items) {
        if (items.isEmpty()) {
            return "–";
        }
        Item item = items.getFirst();
        return item.marks().isEmpty()
                ? Integer.toString(item.amount())
                : item.amount() + ": " + String.join(", ", item.marks());
    }

    private static Pair same(String words) {
        return new Pair(words, words);
    }
}
