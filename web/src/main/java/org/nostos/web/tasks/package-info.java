/// The pages of tasks: who vanished from a list, and where they were found to be.
@NullMarked
package org.nostos.web.tasks;

import org.jspecify.annotations.NullMarked;
