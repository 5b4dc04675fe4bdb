package org.nostos.identity;

/// What a model would change, in counts. A pair that is settled is in none of them.
///
/// @param appear pairs proposed that are not now
/// @param vanish pairs no longer proposed
/// @param rise pairs that come to 0.95 and more
/// @param fall pairs that come below 0.95
/// @param people as judged
public record TrialResult(
        long records,
        long proposalsWas,
        long proposalsWould,
        long appear,
        long vanish,
        long rise,
        long fall,
        long people,
        long likelyWas,
        long likelyWould,
        long groupsWas,
        long groupsWould,
        Score scoreWas,
        Score scoreWould,
        double seconds) {

    /// How a model does on the pairs that two people settled, at 0.95.
    ///
    /// @param same how many are one person
    /// @param sameFound how many of those are at 0.95 and more
    /// @param different how many are two
    /// @param differentFound how many of those are at 0.95 and more, wrongly
    public record Score(long same, long sameFound, long different, long differentFound) {

        /// Of the pairs at 0.95 and more, the share that is one person; 1 when there is none.
        public double precision() {
            long found = sameFound + differentFound;
            return found == 0 ? 1 : (double) sameFound / found;
        }

        /// Of the pairs that are one person, the share at 0.95 and more; 1 when there is none.
        public double recall() {
            return same == 0 ? 1 : (double) sameFound / same;
        }

        /// How many pairs it was tried on.
        public long pairs() {
            return same + different;
        }
    }
}
