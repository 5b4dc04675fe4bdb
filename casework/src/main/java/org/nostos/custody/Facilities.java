package org.nostos.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The facilities that the caller may know of. Every method needs a running transaction.
public interface Facilities {

    /// A facility that changed hands on a day, with everybody who was held in it.
    record HandedOver(
            UUID id,
            UUID facility,
            HoldingAuthority authority,
            LocalDate on,
            int people,
            String source,
            String reason) {}

    /// By name.
    List<Facility> all();

    Optional<Facility> byId(UUID id);

    void add(Facility facility, UUID act);

    /// The times this facility changed hands, the latest first.
    List<HandedOver> handedOver(UUID facility);

    void add(HandedOver handedOver, UUID act);
}
