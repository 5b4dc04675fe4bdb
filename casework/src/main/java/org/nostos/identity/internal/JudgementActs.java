package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgements;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// The judgements that stand, as acts on the persons whose records they tie or tell apart. A judgement
/// goes with its record.
@Component
class JudgementActs implements ActsOnPerson {

    private final Judgements judgements;

    JudgementActs(Judgements judgements) {
        this.judgements = judgements;
    }

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byRecord =
                joined.stream().collect(Collectors.toMap(Person::record, Function.identity()));
        List<ActOnPerson> lines = new ArrayList<>();
        for (Judgement judgement : judgements.touching(byRecord.keySet())) {
            Person left = byRecord.get(judgement.pair().left());
            Person here = left == null ? byRecord.get(judgement.pair().right()) : left;
            if (judgement.stands() && here != null) {
                lines.add(line(judgement, here));
            }
        }
        return lines;
    }

    private ActOnPerson line(Judgement judgement, Person here) {
        return new ActOnPerson(
                room(),
                judgement.id(),
                "judged",
                "review.verdict." + judgement.verdict(),
                judgement.reason(),
                judgement.by(),
                judgement.at(),
                here,
                here.record(),
                judgement.pair().otherThan(here.record()),
                Belongs.WITH_RECORD);
    }
}
