/// The pages: one package a room, each with its controllers, page records and templates.
@NullMarked
package org.nostos.web;

import org.jspecify.annotations.NullMarked;
