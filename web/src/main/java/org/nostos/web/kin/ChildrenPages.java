package org.nostos.web.kin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;
import org.nostos.registry.Age;
import org.nostos.registry.Care;
import org.nostos.registry.CareEvent;
import org.nostos.registry.Children;
import org.nostos.registry.Children.Line;
import org.nostos.registry.Children.Which;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Children for whom something is due.
@Controller
class ChildrenPages {

    private static final Map<String, List<?>> VALUES =
            Map.of(
                    "company",
                    List.of(CareEvent.Company.values()),
                    "guardian",
                    List.of(Care.Guardian.values()));

    private final Children children;
    private final Listings listings;
    private final Values values;
    private final List<Column<Line>> columns;

    ChildrenPages(Children children, Listings listings, Values values) {
        this.children = children;
        this.listings = listings;
        this.values = values;
        this.columns =
                List.of(
                        Column.text("name", "tasks.who", line -> values.name(line.record())),
                        Column.text("person", "people.person", line -> line.person().number()),
                        Column.number("age", "family.age", line -> youngest(line.care())),
                        Column.text("of-age", "family.of-age", line -> ofAge(line.care())),
                        Column.word(
                                "company",
                                "family.company",
                                "family.company.",
                                line -> line.care().company()),
                        Column.word(
                                "guardian",
                                "family.guardian",
                                "family.guardian.",
                                line -> line.care().guardian()));
    }

    @GetMapping("/children")
    Object children(
            @RequestParam(defaultValue = "SOON_OF_AGE") Which which, Asked asked, Model model) {
        model.addAttribute("which", which);
        model.addAttribute("parts", Which.values());
        return listings.answer(
                "children",
                model,
                listings.ordered(
                        asked,
                        "children",
                        Purpose.CASEWORK,
                        columns,
                        VALUES,
                        new OrderedChildren(children, which, values)));
    }

    private static @Nullable Object youngest(Care care) {
        return care.age().map(age -> age.youngest(care.on())).orElse(null);
    }

    private static @Nullable Object ofAge(Care care) {
        return care.age().map(Age::surelyAdultFrom).orElse(null);
    }
}
