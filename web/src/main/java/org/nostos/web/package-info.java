/// The frame around every page: the masthead, the side list of rooms, what was said after an act,
/// and how dates and numbers are written. The rooms' own pages stand in packages below this one.
@NullMarked
package org.nostos.web;

import org.jspecify.annotations.NullMarked;
