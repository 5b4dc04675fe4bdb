/// The journal: every act written down once, in order, so that nobody can quietly change it.
///
/// An [Entry] says who did what, when and why. Entries are chained, and a [Seal] puts a Merkle root
/// over all of them (RFC 9162). A [Checkpoint], signed and handed to another party, proves later
/// that no end was cut off. [ExportVerifier] names the first entry that is not whole; it needs this
/// package alone, so whoever doubts the house can check it elsewhere.
@NullMarked
package org.nostos.journal;

import org.jspecify.annotations.NullMarked;
