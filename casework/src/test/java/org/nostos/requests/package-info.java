/// The tracks of requests without a database.
@NullMarked
package org.nostos.requests;

import org.jspecify.annotations.NullMarked;
