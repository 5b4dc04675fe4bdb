/// The demo: invented people of invented states, the five lists that speak of them, and the story
/// that fills an instance with them through the rooms' public faces, as users would.
///
/// Nobody here exists. Names are trees, birds, fruit, stones and winds. What is true is known to the
/// generator alone and never enters the instance.
@NullMarked
package org.nostos.demo;

import org.jspecify.annotations.NullMarked;
