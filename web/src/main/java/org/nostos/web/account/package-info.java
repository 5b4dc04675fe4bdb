/// One's own account: where one is signed in, and the second factor.
@NullMarked
package org.nostos.web.account;

import org.jspecify.annotations.NullMarked;
