package org.nostos.transfers.internal;

import java.security.KeyPair;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.StateCode;
import org.nostos.documents.Paper;
import org.nostos.documents.Paper.Pair;
import org.nostos.documents.Press;
import org.nostos.documents.Printed;
import org.nostos.journal.JournalKeys;
import org.nostos.parties.Caller;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.Transfers.ManifestLine;
import org.nostos.transfers.Transfers.PaperOf;
import org.springframework.stereotype.Component;

/// Prints manifests in both languages, signed with the instance's key.
@Component
public class ManifestPress {

    private final Press press;
    private final Wording wording = Wording.read("manifest.tsv");

    ManifestPress(JournalKeys keys) {
        press = new Press(new KeyPair(keys.publicKey(), keys.privateKey()));
    }

    /// @param event the freezing with which it is printed
    public PaperOf manifest(Load load, List<ManifestLine> lines, UUID event, LocalDate on) {
        String number = load.transfer().number() + "-M";
        Printed printed = press.print(paper(load, lines, number, on));
        return new PaperOf(event, number, printed.pdf(), printed.sha256(), printed.contentSha256());
    }

    private Paper paper(Load load, List<ManifestLine> lines, String number, LocalDate on) {
        String[] filling = {
            Integer.toString(lines.size()),
            Long.toString(lines.stream().map(ManifestLine::family).distinct().count()),
            load.transfer().destination().value(),
            String.valueOf(load.standing().planned()),
            transit(load.transfer().transit()),
            Integer.toString(load.standing().seats()),
            escorts(load.standing().escorts()),
            load.standing().last(Kind.AGREED).map(one -> one.said().who()).orElse("")
        };
        List<Pair> text =
                List.of(
                        wording.filled("kind." + load.transfer().kind(), filling),
                        wording.filled("whole", filling),
                        wording.filled("road", filling),
                        wording.filled("company", filling),
                        wording.filled("frozen", filling));
        return new Paper(
                number,
                on,
                wording.pair("kind"),
                same(Caller.required().partyName()),
                same(load.transfer().receiver()),
                text,
                wording.pair("annex"),
                wording.pairs("place", "family", "name", "sex", "birth", "document"),
                lines.stream().map(ManifestPress::row).toList());
    }

    private static List<String> row(ManifestLine line) {
        return List.of(
                Integer.toString(line.place()),
                Integer.toString(line.family()),
                line.name(),
                line.sex(),
                line.birth(),
                line.document());
    }

    private static String transit(List<StateCode> states) {
        return states.isEmpty()
                ? "–"
                : states.stream().map(StateCode::value).collect(Collectors.joining(", "));
    }

    private static String escorts(List<TransferEvent> escorts) {
        return escorts.isEmpty()
                ? "–"
                : escorts.stream().map(one -> one.said().who()).collect(Collectors.joining(", "));
    }

    private static Pair same(String words) {
        return new Pair(words, words);
    }
}
