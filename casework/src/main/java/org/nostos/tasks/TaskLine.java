package org.nostos.tasks;

import org.nostos.lists.AcceptedRecord;
import org.nostos.registry.Person;

/// A task with the row that vanished and the person of that row.
public record TaskLine(Task task, AcceptedRecord record, Person person) {}
