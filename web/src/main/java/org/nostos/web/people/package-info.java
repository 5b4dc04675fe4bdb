/// Finding people, and the file of a person: every value with who said it, none left out.
@NullMarked
package org.nostos.web.people;

import org.jspecify.annotations.NullMarked;
