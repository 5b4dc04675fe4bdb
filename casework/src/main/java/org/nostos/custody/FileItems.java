package org.nostos.custody;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.AsOf;

/// Which items of the minimum file a room holds: a room that holds some has a bean of this.
public interface FileItems {

    /// The items that the room holds of the person known under these ids.
    Set<FileItem> held(Collection<UUID> persons, AsOf asOf);
}
