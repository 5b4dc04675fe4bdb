package org.nostos.postgres.lists;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateEvidence;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Letters;
import org.nostos.lists.ListEvent;
import org.nostos.lists.Mapping;
import org.nostos.lists.SampleRow;
import org.nostos.lists.Surroundings;
import org.nostos.lists.Survey;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What happened to a list, as the kind and the JSON that `list_event` keeps of it.
final class EventDetail {

    /// A number that an older entry does not have is 0, a boolean false.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private record StoredColumn(
            int column,
            String heading,
            List<String> firstValues,
            long empty,
            boolean allDifferent,
            long setIn,
            DateEvidence dates,
            @Nullable String proposed) {}

    /// Before a layout could be chosen there was `headingLine` alone.
    private record StoredSurvey(
            FileKind kind,
            boolean marked,
            long headingLine,
            long rows,
            @Nullable List<StoredColumn> columns,
            @Nullable List<SampleRow> sample,
            @Nullable Layout layout,
            @Nullable Surroundings around,
            @Nullable UUID asked) {}

    private record StoredRefusal(String code, List<String> arguments, UUID asked) {}

    private record StoredDecision(UUID mapping) {}

    /// Before households there was no `setIn`, which then is false.
    private record StoredUses(List<String> uses, boolean setIn) {}

    private record StoredReason(String reason) {}

    private EventDetail() {}

    static String kind(ListEvent.What what) {
        return switch (what) {
            case ListEvent.Received _ -> "RECEIVED";
            case ListEvent.LaidOut _ -> "LAID_OUT";
            case ListEvent.Checked _ -> "CHECKED";
            case ListEvent.Unreadable _ -> "UNREADABLE";
            case ListEvent.Mapped _ -> "MAPPED";
            case ListEvent.Staged _ -> "STAGED";
            case ListEvent.Accepting _ -> "ACCEPTING";
            case ListEvent.Accepted accepted ->
                    accepted.leftOut() == 0 ? "ACCEPTED" : "PARTLY_ACCEPTED";
            case ListEvent.Rejected _ -> "REJECTED";
            case ListEvent.Superseded _ -> "SUPERSEDED";
        };
    }

    static String write(ListEvent.What what) {
        return JSON.writeValueAsString(
                switch (what) {
                    case ListEvent.Received _ -> Map.of();
                    case ListEvent.LaidOut laidOut -> laidOut.layout();
                    case ListEvent.Checked checked -> stored(checked.survey(), checked.asked());
                    case ListEvent.Unreadable unreadable ->
                            new StoredRefusal(
                                    unreadable.obstacle().code(),
                                    unreadable.obstacle().arguments(),
                                    unreadable.asked());
                    case ListEvent.Mapped mapped ->
                            new StoredUses(
                                    mapped.mapping().uses().stream().map(ColumnUse::key).toList(),
                                    mapped.mapping().setIn());
                    case ListEvent.Staged staged -> staged;
                    case ListEvent.Accepting accepting -> new StoredDecision(accepting.mapping());
                    case ListEvent.Accepted accepted -> accepted;
                    case ListEvent.Rejected rejected -> new StoredReason(rejected.reason());
                    case ListEvent.Superseded superseded -> superseded;
                });
    }

    static ListEvent.What read(String kind, String json) {
        return switch (kind) {
            case "RECEIVED" -> new ListEvent.Received();
            case "LAID_OUT" -> new ListEvent.LaidOut(JSON.readValue(json, Layout.class));
            case "CHECKED" -> checked(JSON.readValue(json, StoredSurvey.class));
            case "UNREADABLE" -> unreadable(JSON.readValue(json, StoredRefusal.class));
            case "ACCEPTING" ->
                    new ListEvent.Accepting(JSON.readValue(json, StoredDecision.class).mapping());
            case "MAPPED" -> new ListEvent.Mapped(mapping(JSON.readValue(json, StoredUses.class)));
            case "STAGED" -> JSON.readValue(json, ListEvent.Staged.class);
            case "ACCEPTED", "PARTLY_ACCEPTED" -> JSON.readValue(json, ListEvent.Accepted.class);
            case "REJECTED" ->
                    new ListEvent.Rejected(JSON.readValue(json, StoredReason.class).reason());
            case "SUPERSEDED" -> JSON.readValue(json, ListEvent.Superseded.class);
            default -> throw new IllegalStateException("nothing of this kind happens: " + kind);
        };
    }

    private static ListEvent.Checked checked(StoredSurvey stored) {
        return new ListEvent.Checked(survey(stored), stored.asked());
    }

    private static ListEvent.Unreadable unreadable(StoredRefusal stored) {
        Obstacle obstacle = Obstacle.of(stored.code(), stored.arguments().toArray(new String[0]));
        return new ListEvent.Unreadable(obstacle, stored.asked());
    }

    private static StoredSurvey stored(Survey survey, @Nullable UUID asked) {
        return new StoredSurvey(
                survey.kind(),
                survey.marked(),
                survey.headings().last(),
                survey.rows(),
                survey.columns().stream().map(EventDetail::stored).toList(),
                survey.sample(),
                survey.layout(),
                survey.around(),
                asked);
    }

    private static StoredColumn stored(ColumnSurvey column) {
        ColumnUse proposed = column.proposed();
        return new StoredColumn(
                column.column(),
                column.heading(),
                column.firstValues(),
                column.empty(),
                column.allDifferent(),
                column.setIn(),
                column.dates(),
                proposed == null ? null : proposed.key());
    }

    private static Survey survey(StoredSurvey stored) {
        Surroundings around = stored.around();
        return new Survey(
                layout(stored),
                stored.marked(),
                stored.rows(),
                stored.columns() == null
                        ? List.of()
                        : stored.columns().stream().map(EventDetail::column).toList(),
                stored.sample() == null ? List.of() : stored.sample(),
                around == null ? Surroundings.NONE : around);
    }

    private static Layout layout(StoredSurvey stored) {
        Layout layout = stored.layout();
        if (layout != null) {
            return layout;
        }
        boolean sheet = stored.kind().isSpreadsheet();
        return new Layout(
                stored.kind(),
                sheet ? null : Letters.UTF_8,
                0,
                new Layout.Headings(stored.headingLine(), stored.headingLine()));
    }

    private static ColumnSurvey column(StoredColumn stored) {
        String proposed = stored.proposed();
        return new ColumnSurvey(
                stored.column(),
                stored.heading(),
                stored.firstValues(),
                stored.empty(),
                stored.allDifferent(),
                stored.setIn(),
                stored.dates(),
                proposed == null ? null : ColumnUse.parse(proposed).orElseThrow());
    }

    private static Mapping mapping(StoredUses stored) {
        return new Mapping(
                stored.uses().stream().map(key -> ColumnUse.parse(key).orElseThrow()).toList(),
                stored.setIn());
    }
}
