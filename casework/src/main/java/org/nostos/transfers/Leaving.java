package org.nostos.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Purpose;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who of a holder's own lists leaves, once the manifest is frozen: read from the holder's records, and nothing
/// else of the plan is told. Thread-safe.
@Service
@Transactional
public class Leaving {

    private final Acts acts;
    private final Transfers transfers;
    private final Records records;

    Leaving(Acts acts, Transfers transfers, Records records) {
        this.acts = acts;
        this.transfers = transfers;
        this.records = records;
    }

    /// Somebody who leaves, as the holder's own list names them.
    public record Goer(
            UUID record,
            String name,
            @Nullable String listNumber,
            String transfer,
            @Nullable LocalDate planned,
            TransferStanding.State state) {}

    /// Gives those who leave or have left, by day, and takes those that come back for read.
    public void read(UnaryOperator<List<Goer>> shown) {
        List<UUID> ids = shown.apply(all()).stream().map(Goer::record).distinct().toList();
        if (!ids.isEmpty()) {
            acts.record(Act.of("transfers.leaving-read", Purpose.TRANSFER, Map.of("records", ids)));
        }
    }

    private List<Goer> all() {
        List<Transfers.Leaver> leavers = transfers.leavers();
        List<UUID> ids = leavers.stream().map(Transfers.Leaver::record).distinct().toList();
        Map<UUID, AcceptedRecord> said =
                records.byIds(ids).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        return leavers.stream()
                .filter(one -> said.containsKey(one.record()))
                .map(one -> goer(one, Objects.requireNonNull(said.get(one.record()))))
                .toList();
    }

    private static Goer goer(Transfers.Leaver one, AcceptedRecord record) {
        String full = record.first(FieldRole.FULL_NAME);
        String name =
                full != null
                        ? full
                        : Stream.of(
                                        FieldRole.GIVEN_NAME,
                                        FieldRole.FATHER_NAME,
                                        FieldRole.FAMILY_NAME)
                                .map(record::first)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "));
        return new Goer(
                one.record(), name, record.number(), one.number(), one.planned(), one.state());
    }
}
