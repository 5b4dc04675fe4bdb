package org.nostos.transfers.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.FieldRole;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.identity.PersonFile.Item;
import org.nostos.identity.PersonFile.Value;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Sex;
import org.nostos.registry.FamilyUnity;
import org.nostos.transfers.Passenger;
import org.nostos.transfers.Transfers.ManifestLine;
import org.nostos.transfers.TravelDocument;
import org.nostos.transfers.TravelPapers;
import org.springframework.stereotype.Component;

/// Writes the lines of a manifest: family by family, each with what a border asks and no more.
@Component
public class Manifests {

    private static final int LONGEST_NAME = 400;
    private static final int LONGEST_BIRTH = 60;

    private final People people;
    private final FamilyUnity families;
    private final TravelPapers papers;

    Manifests(People people, FamilyUnity families, TravelPapers papers) {
        this.people = people;
        this.families = families;
        this.papers = papers;
    }

    /// The lines of everybody who is on the transfer, those of one family together.
    public List<ManifestLine> of(Load load) {
        List<ManifestLine> lines = new ArrayList<>();
        int family = 0;
        for (List<Passenger> together : families(load)) {
            family++;
            for (Passenger one : together) {
                lines.add(line(one, lines.size() + 1, family));
            }
        }
        return lines;
    }

    private List<List<Passenger>> families(Load load) {
        List<List<Passenger>> all = new ArrayList<>();
        Map<UUID, List<Passenger>> of = new HashMap<>();
        for (Passenger one : load.on()) {
            List<Passenger> mine = of.get(one.leader());
            if (mine == null) {
                mine = new ArrayList<>();
                all.add(mine);
                for (FamilyUnity.Member member : families.group(one.leader()).members()) {
                    of.putIfAbsent(member.leader(), mine);
                }
                of.put(one.leader(), mine);
            }
            mine.add(one);
        }
        return all;
    }

    private ManifestLine line(Passenger one, int place, int family) {
        PersonFile file = people.file(one.leader()).orElseThrow();
        return new ManifestLine(
                one.line().id(),
                place,
                family,
                cut(String.join(" / ", file.names()), LONGEST_NAME),
                sex(file.records()),
                cut(birth(file.items()), LONGEST_BIRTH),
                document(one));
    }

    private static String sex(Collection<AcceptedRecord> records) {
        return records.stream()
                .map(AcceptedRecord::sex)
                .filter(sex -> sex != Sex.UNKNOWN)
                .findFirst()
                .map(sex -> String.valueOf(sex.letter()))
                .orElse("");
    }

    private static String birth(Collection<Item> items) {
        List<Value> said =
                items.stream()
                        .filter(item -> item.role() == FieldRole.BIRTH_DATE)
                        .flatMap(item -> item.values().stream())
                        .toList();
        return said.stream()
                .filter(Value::isPreferred)
                .findFirst()
                .or(() -> said.stream().findFirst())
                .map(Value::text)
                .orElse("");
    }

    private String document(Passenger one) {
        LocalDate today = TransferDesk.today();
        return TravelDocument.of(papers.documents(one.ids()), TransferDesk.now()).stream()
                .filter(document -> document.goodOn(today))
                .findFirst()
                .map(TravelDocument::number)
                .orElse("");
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
