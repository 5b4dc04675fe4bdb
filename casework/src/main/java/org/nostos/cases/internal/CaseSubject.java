package org.nostos.cases.internal;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.cases.CaseQuestion;
import org.nostos.identity.NationalityFile;
import org.nostos.registry.Person;

/// Whom a track is read for, with what more than one of them asks: whose national the person is.
record CaseSubject(CaseQuestion question, NationalityFile nationality) {

    /// The persons who are one, the leader first.
    List<Person> persons() {
        return question.persons();
    }

    UUID leader() {
        return question.leader().id();
    }

    List<UUID> ids() {
        return question.ids();
    }

    AsOf at() {
        return question.at();
    }

    static List<List<Person>> people(List<CaseSubject> subjects) {
        return subjects.stream().map(CaseSubject::persons).toList();
    }
}
