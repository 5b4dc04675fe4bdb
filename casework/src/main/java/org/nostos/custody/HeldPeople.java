package org.nostos.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyClocks.Known;
import org.nostos.custody.internal.Births;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.KnownAs;
import org.nostos.registry.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The custody of many people, read with a handful of statements. Whoever shows a person through it
/// records the act of reading. Thread-safe.
@Service
@Transactional(readOnly = true)
public class HeldPeople {

    private final CustodyEvents events;
    private final Told told;
    private final Records records;
    private final ObjectProvider<ReviewDays> reviews;

    HeldPeople(
            CustodyEvents events, Told told, Records records, ObjectProvider<ReviewDays> reviews) {
        this.events = events;
        this.told = told;
        this.records = records;
        this.reviews = reviews;
    }

    /// Somebody's custody, and what the law asks of it that is not met.
    public record Held(CustodyTrack track, List<Unmet> unmet) {
        public Held {
            unmet = List.copyOf(unmet);
        }
    }

    /// Each of these people, by the leader.
    ///
    /// @param people each as the persons who are one, the leader first
    public Map<UUID, Held> ofEach(Collection<List<Person>> people, AsOf asOf) {
        KnownAs known = new KnownAs(people);
        Map<UUID, List<CustodyEvent>> happened =
                known.share(events.of(known.ids()), event -> event.stamp().person());
        Map<UUID, List<RightsNotice>> rights =
                known.share(told.rights(known.ids()), notice -> notice.stamp().person());
        Map<UUID, List<ConsularChoice>> choices =
                known.share(
                        told.choices(known.ids()).stream()
                                .filter(choice -> choice.stamp() != null)
                                .toList(),
                        choice -> Objects.requireNonNull(choice.stamp()).person());
        Map<UUID, List<KinNotice>> notices =
                known.share(told.kinNotices(known.ids()), notice -> notice.stamp().person());
        Map<UUID, List<AcceptedRecord>> said =
                known.ofRecords(records.byIds(known.records()), AcceptedRecord::id);
        Map<UUID, ReviewDays.Days> reviewed = reviewed(people, asOf);
        Map<UUID, Held> held = new HashMap<>();
        for (List<Person> one : people) {
            UUID leader = one.getFirst().id();
            CustodyTrack track = CustodyTrack.of(happened.getOrDefault(leader, List.of()), asOf);
            Known beside =
                    new Known(
                            Births.mayBeChild(said.getOrDefault(leader, List.of()), asOf.on()),
                            ToldOfConsul.by(
                                    track,
                                    RightsNotice.counting(
                                            rights.getOrDefault(leader, List.of()), asOf),
                                    ConsularChoice.each(
                                                    choices.getOrDefault(leader, List.of()), asOf)
                                            .values()),
                            reviewed.get(leader));
            List<Unmet> unmet = new ArrayList<>(CustodyClocks.of(track, beside));
            List<KinNotice> kin = notices.getOrDefault(leader, List.of());
            unmet.addAll(KinClocks.of(track, CustodyKeeping.kin(kin, asOf)));
            held.put(leader, new Held(track, unmet));
        }
        return held;
    }

    private Map<UUID, ReviewDays.Days> reviewed(Collection<List<Person>> people, AsOf asOf) {
        Map<UUID, ReviewDays.Days> last = new HashMap<>();
        reviews.stream().forEach(room -> last.putAll(room.ofEach(people, asOf)));
        return last;
    }
}
