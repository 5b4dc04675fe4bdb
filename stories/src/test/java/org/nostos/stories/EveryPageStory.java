package org.nostos.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everybody walks through every page they find a link to, at both widths: no link is dead, axe finds
/// nothing, the browser complains of nothing, nothing runs over the side. Data that a page links to is
/// asked for and not looked at. Pages of one kind are one, and but for the first page, a page that one of
/// them has looked at is only opened by the next.
class EveryPageStory {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int MOST_PAGES = 40;

    private static final Set<String> LOOKED_AT = new HashSet<>();

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @ParameterizedTest
    @EnumSource(Cast.class)
    void everyLinkThatSomebodyIsShownLeadsToASoundPage(Cast member) {
        try (Visit visit = Visit.by(member)) {
            Deque<String> ahead = new ArrayDeque<>(List.of("/"));
            Set<String> seen = new HashSet<>(Set.of("/"));
            List<String> dead = new ArrayList<>();
            while (!ahead.isEmpty() && seen.size() < MOST_PAGES) {
                String path = ahead.removeFirst();
                boolean data = path.startsWith("/api/");
                int status = data ? visit.answer(path) : visit.open(path);
                if (status != 200) {
                    dead.add(path + ": " + status);
                }
                if (data || status != 200) {
                    continue;
                }
                assertThat(visit.source())
                        .as("words missing on " + path)
                        .doesNotContainPattern("\\?\\?[a-z]");
                if (LOOKED_AT.add(kind(path)) || path.equals("/")) {
                    look(visit, member, path);
                }
                links(visit).stream().filter(link -> seen.add(kind(link))).forEach(ahead::addLast);
            }
            assertThat(dead).as("dead links shown to " + member).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Cast.class)
    void whatIsNotOpenToSomebodySaysSoInPlainWords(Cast member) {
        try (Visit visit = Visit.by(member)) {
            assertThat(visit.open("/no-such-page-anywhere")).isIn(403, 404);
            Looking.expectNoAxeViolations(visit.page());
            assertThat(visit.main().innerText())
                    .doesNotContain("no-such-page", "Exception", "null", "??");
        }
    }

    private static void look(Visit visit, Cast member, String path) {
        for (int width : List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            String name =
                    member.name().toLowerCase(Locale.ROOT)
                            + kind(path).replaceAll("[^a-z]+", "-").replaceAll("-$", "")
                            + "-"
                            + width;
            Looking.takePicture(visit.page(), name);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }

    private static List<String> links(Visit visit) {
        Object found =
                visit.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('a[href]:not([download])')]"
                                        + ".filter(a => a.origin === location.origin)"
                                        + ".map(a => a.pathname + a.search)");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String kind(String path) {
        return ID.matcher(path).replaceAll("id").replaceAll("\\?.*", "?");
    }
}
