package org.nostos.evidence;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.evidence.EvidenceItems.Part;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the register of evidence holds, and what of it may be listed for whom. Thread-safe.
@Service
@Transactional
public class Evidence {

    private final Acts acts;
    private final EvidenceItems items;
    private final Persons persons;

    Evidence(Acts acts, EvidenceItems items, Persons persons) {
        this.acts = acts;
        this.items = items;
        this.persons = persons;
    }

    /// An item as it stood.
    public record Line(EvidenceItem item, EvidenceStanding standing) {}

    /// An item with the persons of whom it speaks.
    public record File(Line line, List<Person> persons) {
        public File {
            persons = List.copyOf(persons);
        }
    }

    /// What of the items that speak of somebody may be listed for a recipient, in an annex or at a
    /// handover, and what keeps back the rest.
    public record Listing(List<Line> listed, List<KeptBack> keptBack) {
        public Listing {
            listed = List.copyOf(listed);
            keptBack = List.copyOf(keptBack);
        }
    }

    /// An item that may not be listed, and why.
    public record KeptBack(EvidenceItem item, List<Unmet> why) {
        public KeptBack {
            why = List.copyOf(why);
        }
    }

    /// The items that speak of the person known under these ids; part of reading the person.
    public List<Line> of(List<UUID> known, AsOf asOf) {
        List<UUID> ids = List.copyOf(Links.of(items.linksOf(known), asOf).items());
        return lines(items.byIds(ids), asOf);
    }

    /// The same of many people, by the id of who leads them: with as many statements as for one.
    public Map<UUID, List<Line>> ofEach(List<List<Person>> people, AsOf asOf) {
        List<UUID> all = people.stream().flatMap(List::stream).map(Person::id).toList();
        Map<UUID, List<EvidenceLink>> links =
                items.linksOf(all).stream().collect(groupingBy(link -> link.stamp().person()));
        Map<UUID, Set<UUID>> meant = new LinkedHashMap<>();
        for (List<Person> one : people) {
            meant.put(one.getFirst().id(), linked(one, links, asOf));
        }
        Map<UUID, Line> lines =
                lines(items.byIds(meant.values().stream().flatMap(Set::stream).toList()), asOf)
                        .stream()
                        .collect(toMap(line -> line.item.id(), line -> line));
        Map<UUID, List<Line>> found = new LinkedHashMap<>();
        meant.forEach((leader, ids) ->
                found.put(
                        leader,
                        ids.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList()));
        return found;
    }

    private static Set<UUID> linked(
            List<Person> one, Map<UUID, List<EvidenceLink>> links, AsOf asOf) {
        List<EvidenceLink> all =
                one.stream()
                        .flatMap(person -> links.getOrDefault(person.id(), List.of()).stream())
                        .sorted(comparing(link -> link.stamp().recordedAt()))
                        .toList();
        return Links.of(all, asOf).items();
    }

    /// What may be listed for this state of the items that speak of the person.
    public Listing listing(List<UUID> known, StateCode recipient) {
        List<Line> listed = new ArrayList<>();
        List<KeptBack> keptBack = new ArrayList<>();
        for (Line line : of(known, AsOf.now())) {
            List<Unmet> why = line.standing.againstListing(Recipient.state(recipient));
            if (why.isEmpty()) {
                listed.add(line);
            } else {
                keptBack.add(new KeptBack(line.item, why));
            }
        }
        return new Listing(listed, keptBack);
    }

    /// What of the evidence should worry whoever keeps the person's case.
    public List<Unmet> alarms(List<UUID> known, AsOf asOf) {
        return of(known, asOf).stream().flatMap(line -> line.standing.alarms().stream()).toList();
    }

    /// One item, with the persons of whom it speaks; reading it reads them.
    public Optional<File> file(UUID item, Purpose purpose) {
        return items.byId(item).map(found -> file(found, purpose));
    }

    private File file(EvidenceItem found, Purpose purpose) {
        List<UUID> ids = List.copyOf(Links.of(items.linksTo(found.id()), Links.NOW).persons());
        acts.record(Act.of("evidence.read", purpose, Map.of("item", found.id(), "persons", ids)));
        Line line = new Line(found, EvidenceStanding.of(found, AsOf.now()));
        return new File(line, persons.byIds(ids));
    }

    /// Items of the register, the newest first; it names nobody.
    @Transactional(readOnly = true)
    public List<Line> page(Part part, int offset, int most) {
        return lines(items.page(part, offset, most), AsOf.now());
    }

    /// How many items a part of the register has.
    @Transactional(readOnly = true)
    public long count(Part part) {
        return items.count(part);
    }

    private static List<Line> lines(List<EvidenceItem> found, AsOf asOf) {
        List<Line> lines = new ArrayList<>();
        for (EvidenceItem item : found) {
            item.standing(asOf).ifPresent(standing -> lines.add(new Line(item, standing)));
        }
        return lines;
    }
}
