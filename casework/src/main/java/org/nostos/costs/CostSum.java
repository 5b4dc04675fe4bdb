package org.nostos.costs;

import java.math.BigDecimal;

/// A sum in one currency: of the lines claimed from one debtor, or spent on one facility.
///
/// @param open of it what was neither paid nor withdrawn
public record CostSum(
        String of,
        String currency,
        long lines,
        BigDecimal amount,
        BigDecimal paid,
        BigDecimal open) {}
