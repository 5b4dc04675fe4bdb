package org.nostos.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The splits, as far as the caller may see them: reviewers alone do. Every method needs a running
/// transaction.
public interface Splits {

    /// Adds the caller's draft as part of the act.
    void draft(
            UUID split,
            UUID leader,
            String reason,
            List<Split.Member> members,
            List<Split.Placement> placements,
            UUID act);

    Optional<Split> byId(UUID split);

    /// The splits, the latest drafted first.
    List<Split> latest(int most);

    /// The splits that touch one of these persons, the latest drafted first.
    List<Split> ofPersons(Collection<UUID> persons);

    /// Adds a step that changes no judgement.
    void step(UUID split, Split.Step.Kind kind, String reason, UUID act);

    /// Carries the split out as the second hand, in one act.
    ///
    /// @throws org.springframework.dao.DataIntegrityViolationException if it breaks a rule of two hands,
    ///     or the person has changed since it was drafted
    void carryOut(UUID split, String reason, UUID act);

    /// Undoes the split as the second hand, in one act: every judgement stands as before.
    ///
    /// @throws org.springframework.dao.DataIntegrityViolationException if it breaks a rule of two hands,
    ///     or contradicts what two hands confirmed since
    void undo(UUID split, String reason, UUID act);

    /// Ticks off that this account was told of the correction.
    void tick(UUID split, UUID account, String how, UUID act);

    /// Who was told of the correction, the first first.
    List<ToldOfWrong.Tick> ticks(UUID split);
}
