/// The journal in the database: the sequencer that chains what has been committed, the check of the
/// whole, and the export for those who check it elsewhere.
///
/// It works as the database role `nostos_journal`, which reads entries and adds to the chain and can
/// change neither.
@NullMarked
@NamedInterface("journal")
package org.nostos.postgres.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
