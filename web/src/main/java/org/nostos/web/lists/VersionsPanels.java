package org.nostos.web.lists;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Lists;
import org.nostos.lists.NewVersions;
import org.nostos.lists.VersionDifferences;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Component;

/// Puts together what the page of a version says of the list's other versions.
@Component
class VersionsPanels {

    private final NewVersions newVersions;
    private final VersionDifferences differences;

    VersionsPanels(NewVersions newVersions, VersionDifferences differences) {
        this.newVersions = newVersions;
        this.differences = differences;
    }

    VersionsPanel of(ListVersion version) {
        boolean maySay = maySay(version);
        List<Lists.Title> others = maySay ? newVersions.others(version) : List.of();
        List<AcceptedVersion> accepted = differences.ofList(version.list());
        return new VersionsPanel(
                others.isEmpty() ? null : newVersions.likely(version.id()).orElse(null),
                others,
                accepted,
                before(accepted, version.id()));
    }

    private static boolean maySay(ListVersion version) {
        Caller me = Caller.required();
        return me.role() == Role.INTAKE_OFFICER
                && me.party().equals(version.party())
                && !version.status().isClosed();
    }

    private static @Nullable AcceptedVersion before(List<AcceptedVersion> all, UUID version) {
        int at = all.stream().map(AcceptedVersion::id).toList().indexOf(version);
        return at <= 0 ? null : all.get(at - 1);
    }
}
