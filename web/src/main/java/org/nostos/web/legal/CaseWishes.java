package org.nostos.web.legal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.legal.BestInterests;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Determination;
import org.nostos.legal.Will;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the page of bars shows of the person's own will, and of what is best for a child.
@Component
class CaseWishes {

    private final CaseLaw law;
    private final BestInterests best;

    CaseWishes(CaseLaw law, BestInterests best) {
        this.law = law;
        this.best = best;
    }

    /// The will to go to one state, and everything that was said of it.
    public record WillView(Will will, List<Will.Event> events) {

        public WillView {
            events = List.copyOf(events);
        }

        public List<Will.Kind> steps() {
            return will.next().stream().sorted().toList();
        }

        /// The last event shown.
        public @Nullable UUID seen() {
            return events.isEmpty() ? null : events.getLast().stamp().id();
        }
    }

    void show(List<UUID> persons, Collection<StateCode> states, AsOf now, Model model) {
        List<Will.Event> said = law.wills(persons);
        model.addAttribute("wills", states.stream().map(state -> view(state, said, now)).toList());
        List<Determination> all = best.all(persons, now);
        Determination latest = all.isEmpty() ? null : all.getFirst();
        model.addAttribute("mayBeChild", latest != null || law.mayBeChild(persons));
        model.addAttribute("bid", latest);
        model.addAttribute("bidSteps", steps(latest));
        model.addAttribute(
                "bidSeen", latest == null ? null : latest.events().getLast().stamp().id());
        model.addAttribute("options", Determination.Option.values());
    }

    private static WillView view(StateCode state, List<Will.Event> said, AsOf now) {
        List<Will.Event> events =
                said.stream().filter(event -> event.destination().equals(state)).toList();
        return new WillView(Will.of(said, state, now), events);
    }

    private static List<Determination.Kind> steps(@Nullable Determination latest) {
        Role role = Caller.required().role();
        UUID me = Caller.required().account();
        return Arrays.stream(Determination.Kind.values())
                .filter(kind -> BestInterests.may(kind, role))
                .filter(kind ->
                        kind == Determination.Kind.OPENED
                                ? latest == null || latest.state() == Determination.State.DECIDED
                                : latest != null && latest.allows(kind, me))
                .toList();
    }
}
