package org.nostos.web.custody;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.FacilityFile;
import org.nostos.custody.FacilityFile.Held;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.HeldQuestion;
import org.nostos.custody.HeldQuestion.Order;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.web.Times;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Paged;

/// Those held in one facility, as a list. The room reads the page and its total in one: the page
/// is read when it is counted, and again only if it lies behind the last.
final class HeldRows implements Paged<Held> {

    static final Map<String, List<?>> VALUES =
            Map.of(
                    "status", List.of(CustodyStatus.values()),
                    "ground", List.of(LegalGround.values()));

    private final FacilityKeeping facilities;
    private final UUID facility;
    private final HeldQuestion question;
    private final Asked asked;
    private final Times times;
    private @Nullable FacilityFile file;

    HeldRows(
            FacilityKeeping facilities,
            UUID facility,
            Asked asked,
            @Nullable Set<UUID> persons,
            Times times) {
        this.facilities = facilities;
        this.facility = facility;
        this.asked = asked;
        this.question = question(asked, persons);
        this.times = times;
    }

    static List<Column<Held>> columns(Values values) {
        return List.of(
                Column.<Held>text("name", "facility.person", one -> values.name(one.record()))
                        .still(),
                Column.<Held>text("number", "people.person", one -> one.person().number())
                        .fileOnly(),
                Column.word(
                        "status",
                        "facilities.standing",
                        "custody.status.",
                        one -> one.track().status()),
                Column.text(
                        "holder",
                        "custody.holder",
                        one -> one.track().holder().map(HoldingAuthority::name).orElse(null)),
                Column.word(
                        "ground",
                        "custody.ground",
                        "custody.ground.",
                        one -> one.track().ground().orElse(null)),
                Column.<Held>text("since", "custody.since", HeldRows::since).still());
    }

    private static @Nullable Object since(Held one) {
        return one.track().current().map(episode -> episode.began().stamp().on()).orElse(null);
    }

    /// A word of the address that is no order, no standing or no ground asks for nothing.
    private static HeldQuestion question(Asked asked, @Nullable Set<UUID> persons) {
        Order order = named(Order.values(), asked.of("sort").toUpperCase(Locale.ROOT));
        return new HeldQuestion(
                named(CustodyStatus.values(), asked.of("status")),
                named(LegalGround.values(), asked.of("ground")),
                persons,
                order == null ? Order.NUMBER : order,
                order != null && asked.down());
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        return Stream.of(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    FacilityFile file() {
        return Objects.requireNonNull(file);
    }

    @Override
    public List<Held> rows(int offset, int most) {
        if (offset != asked.offset()) {
            file = read(offset, most);
        }
        return file().held();
    }

    @Override
    public long total() {
        file = read(asked.offset(), asked.most());
        return file.people();
    }

    @Override
    public long whole() {
        return file().line().people();
    }

    private FacilityFile read(int offset, int most) {
        return (times.areNow()
                        ? facilities.file(facility, question, offset, most)
                        : facilities.file(facility, question, times.at(), offset, most))
                .orElseThrow(NoSuchElementException::new);
    }
}
