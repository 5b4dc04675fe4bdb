package org.nostos.web.nationality;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nostos.basics.Purpose;
import org.nostos.identity.Statelessness;
import org.nostos.identity.Statelessness.Line;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Who is at risk of having no nationality.
@Controller
class StatelessnessPages {

    private final Statelessness statelessness;
    private final Listings listings;
    private final Values values;
    private final List<Column<Line>> columns;

    StatelessnessPages(Statelessness statelessness, Listings listings, Values values) {
        this.statelessness = statelessness;
        this.listings = listings;
        this.values = values;
        this.columns =
                List.of(
                        Column.text("name", "tasks.who", line -> values.name(line.record())),
                        Column.text("person", "people.person", line -> line.person().number()),
                        Column.text("states", "statelessness.states", StatelessnessPages::states),
                        Column.text("since", "statelessness.since", Line::since));
    }

    @GetMapping("/statelessness")
    Object statelessness(Asked asked, Model model) {
        return listings.answer(
                "statelessness",
                model,
                listings.ordered(
                        asked,
                        "statelessness",
                        Purpose.CASEWORK,
                        columns,
                        Map.of(),
                        new OrderedStateless(statelessness, values)));
    }

    private static String states(Line line) {
        return line.states().stream()
                .map(now -> now.state().value())
                .collect(Collectors.joining(", "));
    }
}
