/// The pages of kin and of children: who belongs together, in whose care a child is, and where a family
/// could go whole.
@NullMarked
package org.nostos.web.kin;

import org.jspecify.annotations.NullMarked;
