@org.jspecify.annotations.NullMarked
package org.nostos.identity.internal;
