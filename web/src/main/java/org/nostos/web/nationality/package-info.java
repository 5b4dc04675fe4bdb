/// The pages of nationality: how it stands between a person and each state, and who is at risk of
/// having none.
@NullMarked
package org.nostos.web.nationality;

import org.jspecify.annotations.NullMarked;
