/// The administrator's pages: parties, accounts and their one-time links.
@NullMarked
package org.nostos.web.users;

import org.jspecify.annotations.NullMarked;
