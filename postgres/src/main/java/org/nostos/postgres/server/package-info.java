/// The house's own PostgreSQL: unpacked, started, watched and stopped with the instance.
///
/// Whoever runs the instance needs no database server. Its data lies in one folder, survives the
/// loss of either process, and is opened by one instance at a time.
@NullMarked
@NamedInterface("server")
package org.nostos.postgres.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
