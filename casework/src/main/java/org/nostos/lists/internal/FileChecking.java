package org.nostos.lists.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.lists.FileBytes;
import org.nostos.lists.ListEvent;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Lists;
import org.nostos.lists.ReceivedFiles;
import org.nostos.lists.Survey;
import org.nostos.lists.UnreadableFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Goes through a received file as it was last asked to be read, and notes what is in it or why that
/// cannot be told. Nothing is kept half done: whoever is stopped begins anew.
@Component
public class FileChecking {

    private final Acts acts;
    private final Lists lists;
    private final ReceivedFiles files;
    private final UnderWay underWay;
    private final TransactionTemplate transaction;

    public FileChecking(
            Acts acts,
            Lists lists,
            ReceivedFiles files,
            UnderWay underWay,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.lists = lists;
        this.files = files;
        this.underWay = underWay;
        this.transaction = transaction;
    }

    /// @throws IOException if the bytes cannot be fetched
    public void check(UUID id) throws IOException {
        ListVersion version = required(transaction.execute(_ -> lists.version(id))).orElseThrow();
        UUID asked = ListEvent.current(version.events()).getFirst().id();
        FileBytes bytes =
                Counted.over(
                        files.of(version.file()), done -> underWay.at(id, done, version.size()));
        try {
            Survey survey = Surveyor.survey(bytes, version.asked());
            note(version, asked, new ListEvent.Checked(survey, asked), survey);
        } catch (UnreadableFile e) {
            note(version, asked, new ListEvent.Unreadable(e.obstacle(), asked), e.obstacle());
        } finally {
            underWay.end(id);
        }
    }

    private void note(ListVersion version, UUID asked, ListEvent.What what, Survey survey) {
        Map<String, ?> detail =
                Map.of(
                        "version", version.id(),
                        "asked", asked,
                        "rows", survey.rows(),
                        "columns", survey.columns().size());
        note(version, what, Act.of("lists.checked", Purpose.INTAKE, detail));
    }

    private void note(ListVersion version, UUID asked, ListEvent.What what, Obstacle obstacle) {
        Map<String, ?> detail =
                Map.of("version", version.id(), "asked", asked, "why", obstacle.code());
        note(version, what, Act.of("lists.not-readable", Purpose.INTAKE, detail));
    }

    /// Somebody may have asked otherwise, or refused the list, in the meantime.
    private void note(ListVersion version, ListEvent.What what, Act act) {
        transaction.executeWithoutResult(_ -> {
            ListVersion now = lists.version(version.id()).orElseThrow();
            boolean same = now.events().size() == version.events().size();
            if (same && now.status() == ListStatus.RECEIVED) {
                UUID recorded = acts.record(act.withDocument(required(version.sha256())));
                lists.add(version.id(), version.party(), what, recorded);
            }
        });
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
