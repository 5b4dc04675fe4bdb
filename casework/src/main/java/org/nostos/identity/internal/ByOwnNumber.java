package org.nostos.identity.internal;

import java.util.Set;
import java.util.UUID;
import org.nostos.identity.Pair;
import org.nostos.linkage.Explanation;
import org.nostos.linkage.Linker;
import org.nostos.lists.SameNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Pairs to which a list itself gives one number, in two of its versions: a reason to ask, whatever the
/// fields say. They are proposed with the probability that their fields have.
@Component
class ByOwnNumber {

    private static final Logger LOG = LoggerFactory.getLogger(ByOwnNumber.class);

    private final EngineRoom engine;
    private final SameNumbers sameNumbers;

    ByOwnNumber(EngineRoom engine, SameNumbers sameNumbers) {
        this.engine = engine;
        this.sameNumbers = sameNumbers;
    }

    void propose(Linker linker, PairBuffer pairs) {
        Set<Pair> there = pairs.asSet();
        engine.read(() -> {
            sameNumbers.forEach((older, newer) -> {
                if (!there.contains(Pair.of(older, newer))) {
                    propose(linker, older, newer, pairs);
                }
            });
            return true;
        });
    }

    private static void propose(Linker linker, UUID older, UUID newer, PairBuffer pairs) {
        try {
            Explanation why = linker.explain(older.toString(), newer.toString());
            pairs.accept(why.left(), why.right(), why.probability(), why.weight());
        } catch (IllegalArgumentException e) {
            // One of the two came after the records were read; its own run proposes the pair.
            LOG.debug("a pair waits for the next run");
        }
    }
}
