package org.nostos.demo.internal;

import java.time.LocalDate;
import java.util.Optional;

/// An invented person as they really are. Only the generator ever sees this.
///
/// `father` is the father's given name, `patronymic` what the person bears of it in the Cyrillic
/// tradition. Who is not held is only asked for.
record Person(
        String id,
        Sex sex,
        Name given,
        Name father,
        Name patronymic,
        Name grandfather,
        Name family,
        Name mother,
        Optional<Name> kunya,
        LocalDate born,
        Name birthPlace,
        State state,
        String document,
        boolean held) {

    boolean isGrownMan() {
        return sex == Sex.MALE && born.isBefore(LocalDate.of(2008, 11, 22));
    }
}
