package org.nostos.web.lists;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.lists.ListEvent;
import org.nostos.lists.ListReading.Progress;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Remembered;
import org.nostos.lists.Survey;

/// A version of a list as its page shows it.
///
/// `columns` and `preview` are empty where the reader sees records but not the file, `layout` where
/// there is nothing to choose. `progress` is there while the engine is at work on the list.
/// `remembered` is there while its columns are proposed as those of an earlier list were chosen.
/// `households` are the first of `householdCount`.
record ListPage(
        ListVersion version,
        boolean mayDecide,
        List<ColumnLine> columns,
        boolean setIn,
        @Nullable Remembered remembered,
        @Nullable Preview preview,
        @Nullable LayoutPanel layout,
        List<ProblemLine> problems,
        @Nullable Progress progress,
        List<HouseholdLine> households,
        long householdCount) {

    public ListStatus status() {
        return version.status();
    }

    public List<Step> steps() {
        return Step.of(status());
    }

    public @Nullable Survey survey() {
        return version.survey().orElse(null);
    }

    public long rows() {
        return version.survey().map(Survey::rows).orElse(0L);
    }

    /// The rows that would become records, or have become them.
    public long good() {
        return version.staged()
                .map(ListEvent.Staged::good)
                .or(() -> version.accepted().map(ListEvent.Accepted::records))
                .orElse(0L);
    }

    /// The people whom the good rows name, who become records or have become them.
    public long people() {
        return version.accepted()
                .map(ListEvent.Accepted::records)
                .or(() -> version.staged().map(ListEvent.Staged::people))
                .orElse(0L);
    }

    /// The column whose names are set in, if one is.
    public @Nullable ColumnLine setInColumn() {
        return columns.stream().filter(ColumnLine::isSetIn).findFirst().orElse(null);
    }

    public long leftOut() {
        return version.accepted()
                .map(ListEvent.Accepted::leftOut)
                .or(() -> version.staged().map(staged -> staged.rows() - staged.good()))
                .orElse(0L);
    }

    public long problemCount() {
        return version.staged().map(ListEvent.Staged::problems).orElse(0L);
    }

    /// The reason for which the list was refused.
    public @Nullable String refusal() {
        return version.events().stream()
                .map(ListEvent::what)
                .filter(ListEvent.Rejected.class::isInstance)
                .map(what -> ((ListEvent.Rejected) what).reason())
                .findFirst()
                .orElse(null);
    }

    /// What happened so far, in order, each by the end of its message's key.
    record Happened(String key, Instant at, @Nullable String byName) {}

    public List<Happened> happened() {
        return version.events().stream()
                .map(event -> new Happened(key(event.what()), event.at(), event.byName()))
                .toList();
    }

    private static String key(ListEvent.What what) {
        return switch (what) {
            case ListEvent.Received _ -> "received";
            case ListEvent.LaidOut _ -> "laid-out";
            case ListEvent.Checked _ -> "checked";
            case ListEvent.Unreadable _ -> "unreadable";
            case ListEvent.Mapped _ -> "mapped";
            case ListEvent.Staged _ -> "staged";
            case ListEvent.Accepting _ -> "accepted";
            case ListEvent.Accepted _ -> "records-made";
            case ListEvent.Rejected _ -> "refused";
            case ListEvent.Superseded _ -> "superseded";
        };
    }

    /// Whether somebody has chosen what the columns mean.
    public boolean isMapped() {
        return version.mapping().isPresent();
    }

    /// The columns can be mapped while nothing is decided.
    public boolean mayMap() {
        return mayLayOut() && survey() != null && !lettersOpen();
    }

    /// Somebody may say how the file is to be read while nothing is decided.
    public boolean mayLayOut() {
        return mayDecide && !status().isClosed();
    }

    /// Whether somebody has to say first how the letters are written.
    public boolean lettersOpen() {
        return version.survey().map(Survey::lettersOpen).orElse(false);
    }

    public @Nullable Obstacle unreadable() {
        return version.unreadable().orElse(null);
    }

    public boolean mayAccept() {
        return mayDecide && status() == ListStatus.STAGED && good() > 0;
    }

    public boolean mayRefuse() {
        return mayDecide && !status().isClosed();
    }

    /// The file's hash in groups of four, its middle left out.
    public @Nullable String shortHash() {
        String hash = version.sha256();
        return hash == null
                ? null
                : hash.substring(0, 4) + " " + hash.substring(4, 8) + " … " + hash.substring(60);
    }
}
