package org.nostos.requests.internal;

import java.util.Collection;
import java.util.List;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActsApart;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// Disclosures and lines of notes, as acts on the persons they are about. Who takes a person apart does not
/// read them.
@Component
class RequestActs implements ActsOnPerson {

    private final ActsApart apart;

    RequestActs(ActsApart apart) {
        this.apart = apart;
    }

    @Override
    public String room() {
        return "requests";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        return apart.on(room(), joined);
    }
}
