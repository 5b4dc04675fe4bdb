/// How the embedded PostgreSQL is unpacked, made, guarded and run.
@NullMarked
package org.nostos.postgres.server.internal;

import org.jspecify.annotations.NullMarked;
