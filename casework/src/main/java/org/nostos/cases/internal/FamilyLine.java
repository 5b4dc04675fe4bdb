package org.nostos.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.cases.Standing;
import org.nostos.cases.Step;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.registry.CareEvent;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.FamilyUnity;
import org.nostos.registry.FamilyUnity.Group;
import org.nostos.registry.Kin;
import org.nostos.registry.KinRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// With whom the person belongs together, and whether somebody acts for a child.
@Component
@Order(35)
class FamilyLine implements CaseTrack {

    private final Kin kin;
    private final FamilyUnity unity;

    FamilyLine(Kin kin, FamilyUnity unity) {
        this.kin = kin;
        this.unity = unity;
    }

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        AsOf at = people.getFirst().at();
        Map<UUID, FamilyFile> files = kin.ofEach(CaseSubject.people(people), at);
        Map<UUID, Group> groups = unity.whoMustTravelTogether(files, at);
        return people.stream()
                .<Reading>map(subject ->
                        new Read(
                                Objects.requireNonNull(files.get(subject.leader())),
                                Objects.requireNonNull(groups.get(subject.leader()))))
                .toList();
    }

    private record Read(FamilyFile file, Group group) implements Reading {

        @Override
        public List<TrackLine> lines() {
            State state = State.of(file);
            return List.of(
                    new TrackLine(
                            "family",
                            null,
                            state.standing,
                            "case.family." + state,
                            List.of(),
                            file.care().events().stream().map(FamilyLine::event).toList()));
        }

        @Override
        public List<Unmet> open() {
            return file.care().unmet();
        }

        @Override
        public List<Unmet> against(Step step) {
            if (step.kind() != Step.Kind.TRANSFER) {
                return List.of();
            }
            List<Unmet> against = new ArrayList<>(FamilyUnity.whyNot(group, file.known()));
            if (file.care().lacksGuardian()) {
                against.add(Unmet.of(KinRule.GUARDIAN));
            }
            return against;
        }
    }

    /// How it stands, in one word.
    private enum State {
        ALONE(Standing.STOP),
        CHILD(Standing.DOING),
        TIED(Standing.DONE),
        NO_TIE(Standing.NONE);

        private final Standing standing;

        State(Standing standing) {
            this.standing = standing;
        }

        static State of(FamilyFile file) {
            if (file.care().lacksGuardian()) {
                return ALONE;
            }
            if (file.care().mayBeChild()) {
                return CHILD;
            }
            return file.ties().stream().anyMatch(tie -> tie.holds()) ? TIED : NO_TIE;
        }
    }

    private static TrackEvent event(CareEvent event) {
        return new TrackEvent(
                event.stamp().on(),
                event.stamp().recordedAt(),
                event.stamp().by(),
                "family.care." + event.kind());
    }
}
