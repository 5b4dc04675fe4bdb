package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.List;
import org.nostos.lists.ListStatus;

/// A step on the way of a list, and whether it is made.
record Step(String key, String mark, boolean current) {

    private static final List<String> WAY = List.of("received", "checked", "mapped", "staged");

    static List<Step> of(ListStatus status) {
        int made =
                switch (status) {
                    case RECEIVED, UNREADABLE -> 1;
                    case CHECKED -> 2;
                    case MAPPED -> 3;
                    case STAGED, ACCEPTING -> 4;
                    case ACCEPTED, PARTLY_ACCEPTED, REJECTED, SUPERSEDED -> 5;
                };
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < WAY.size(); i++) {
            String mark = i < made ? "done" : i == made ? "doing" : "none";
            steps.add(new Step(WAY.get(i), mark, i == made));
        }
        String end = status == ListStatus.REJECTED ? "refused" : "accepted";
        steps.add(new Step(end, made < 5 ? made == 4 ? "wait" : "none" : "done", made >= 4));
        return steps;
    }
}
