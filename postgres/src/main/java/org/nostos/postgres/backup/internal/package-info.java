/// How a backup is written and read: the passphrase's stanza, the archive's layers, a table's rows.
@NullMarked
package org.nostos.postgres.backup.internal;

import org.jspecify.annotations.NullMarked;
