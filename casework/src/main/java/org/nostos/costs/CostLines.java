package org.nostos.costs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.costs.CostLine.Claim;
import org.nostos.costs.CostLine.Of;
import org.nostos.costs.CostLine.State;

/// The cost lines that the caller may see. Every method needs a running transaction.
public interface CostLines {

    /// The latest first.
    List<CostLine> page(int skip, int most);

    long count();

    Optional<CostLine> byId(UUID line);

    /// What this number or name stands for, if there is exactly one.
    Optional<UUID> subject(Of of, String name);

    /// By who is to pay, and currency.
    List<CostSum> byDebtor();

    /// By facility, and currency.
    List<CostSum> byFacility();

    void turn(UUID line);

    void add(UUID id, Of of, UUID subject, Claim claim, UUID act);

    void step(UUID line, State to, LocalDate on, String source, UUID act);
}
