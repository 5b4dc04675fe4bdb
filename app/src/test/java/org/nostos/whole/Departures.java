package org.nostos.whole;

import static org.nostos.requests.Ministry.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Unmet;
import org.nostos.transfers.TransferFile;
import org.nostos.transfers.TransferReading;

/// What a departure asks is said twice: by the services, with everything that is missing, and by the database, with the
/// first thing that is. The two never differ about whether anybody may leave.
final class Departures {

    private Departures() {}

    static void agree(Play play, Map<String, Integer> came) {
        for (UUID transfer : play.transfers) {
            TransferFile file =
                    play.cast.m.officer.call(() ->
                            play.cast.bean(TransferReading.class).file(transfer).orElseThrow());
            if (file.standing().state().isAhead() && !file.rows().isEmpty()) {
                boolean may = agree(play, transfer, file);
                came.merge(
                        may ? "a transfer may leave" : "a transfer may not leave", 1, Integer::sum);
            }
        }
    }

    private static boolean agree(Play play, UUID transfer, TransferFile file) {
        LocalDate planned = file.standing().planned();
        LocalDate day = planned == null || planned.isBefore(today()) ? today() : planned;
        String why =
                play.cast.m.as(
                        play.cast.m.officer,
                        () ->
                                play.cast
                                        .m
                                        .committee
                                        .house
                                        .jdbc()
                                        .sql(
                                                "select coalesce(nostos.transfer_departure_hindrance(?, ?), '')")
                                        .param(transfer)
                                        .param(day)
                                        .query(String.class)
                                        .single());
        List<Unmet> missing = new ArrayList<>(file.unmet());
        file.rows().forEach(row -> missing.addAll(row.unmet()));
        if (why.isEmpty() != missing.isEmpty()) {
            throw new Play.Unlawful(
                    "services and database differ about a departure: "
                            + missing.stream().map(one -> one.rule().key()).toList()
                            + " and "
                            + why);
        }
        return missing.isEmpty();
    }
}
