package org.nostos.web.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.Lists;
import org.nostos.lists.NewVersions.Likely;

/// What the page of a version says of the list's other versions.
///
/// `likely` is there while the version could be one of another list; `others` are the lists it may be
/// said to be one of. `before` is the accepted version before this one.
public record VersionsPanel(
        @Nullable Likely likely,
        List<Lists.Title> others,
        List<AcceptedVersion> accepted,
        @Nullable AcceptedVersion before) {}
