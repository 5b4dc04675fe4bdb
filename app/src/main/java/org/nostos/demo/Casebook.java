package org.nostos.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.Instance;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.legal.LawStep;
import org.nostos.registry.Kin;
import org.nostos.registry.Person;
import org.nostos.registry.WhoIsOne;
import org.springframework.transaction.support.TransactionTemplate;

/// The people whose cases are open, and the members at work on them, each as themselves. A step that is
/// refused ends the demo: what it shows is what the house allows.
final class Casebook {

    private final DemoStory story;
    private final Instance instance;
    private final List<Known> adults = new ArrayList<>();
    private final List<Known> children = new ArrayList<>();
    private int nextAdult;
    private int nextChild;

    /// Somebody under every id, the leader first.
    record Known(List<UUID> ids) {
        UUID leader() {
            return ids.getFirst();
        }
    }

    Casebook(DemoStory story, Instance instance, List<UUID> people) {
        this.story = story;
        this.instance = instance;
        story.as(Member.MOSS)
                .run(() -> bean(TransactionTemplate.class).executeWithoutResult(_ -> sort(people)));
    }

    private void sort(List<UUID> people) {
        List<List<Person>> groups = bean(WhoIsOne.class).groups(people);
        bean(Kin.class)
                .ofEach(groups, AsOf.now())
                .forEach((_, file) ->
                        (file.care().mayBeChild() ? children : adults)
                                .add(new Known(file.known())));
    }

    <T> T bean(Class<T> type) {
        return instance.bean(type);
    }

    UUID account(Member member) {
        return story.as(member).account();
    }

    /// An adult whom no other part of the story has taken.
    Known adult() {
        return adults.get(nextAdult++ % adults.size());
    }

    Known child() {
        List<Known> some = children.isEmpty() ? adults : children;
        return some.get(nextChild++ % some.size());
    }

    static LocalDate ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days);
    }

    static StateCode state(String code) {
        return new StateCode(code);
    }

    void as(Member member, Supplier<List<Obstacle>> step) {
        List<Obstacle> obstacles = story.as(member).call(step::get);
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException("the demo was refused: " + obstacles);
        }
    }

    <T> T ask(Member member, Supplier<T> question) {
        return story.as(member)
                .call(() -> {
                    T answer = bean(TransactionTemplate.class).execute(_ -> question.get());
                    return java.util.Objects.requireNonNull(answer);
                });
    }

    static LawStep step(Known who, @Nullable UUID seen, int daysAgo, String reason) {
        return new LawStep(who.ids(), seen, ago(daysAgo), reason, "file of the committee");
    }
}
