/// The tamper-evident log: entries, chain, Merkle seals, and the verifier. It hashes bytes and knows no persons.
@NullMarked
package org.nostos.journal;

import org.jspecify.annotations.NullMarked;
