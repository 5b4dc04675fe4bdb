package org.nostos.legal.internal;

import java.util.Collection;
import java.util.List;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActsApart;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// What was decided about somebody, as acts that must be put back when a person is taken apart. Who takes
/// them apart does not read the law's files.
@Component
class LegalActs implements ActsOnPerson {

    private final ActsApart apart;

    LegalActs(ActsApart apart) {
        this.apart = apart;
    }

    @Override
    public String room() {
        return "legal";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        return apart.on(room(), joined);
    }
}
