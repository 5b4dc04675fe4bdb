/// The review queue and the proposal: two records side by side, the evidence before the number, and
/// the reviewer's judgement.
@NullMarked
package org.nostos.web.review;

import org.jspecify.annotations.NullMarked;
