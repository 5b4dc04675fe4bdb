/// The backup: everything an instance keeps, in one file that only its passphrase opens, and the way
/// back from it onto an empty machine.
///
/// The file is in the age format (age-encryption.org/v1, passphrase recipient) around a gzipped tar of
/// plain texts, so that it can be opened without this program. `docs/backup-format.md` has it whole.
@NullMarked
@NamedInterface("backup")
package org.nostos.postgres.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
