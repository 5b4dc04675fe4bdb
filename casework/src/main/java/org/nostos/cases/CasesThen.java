package org.nostos.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.cases.internal.CaseReading;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The boards over all cases as they stood on a day, as known at a moment: worked out from the facts of
/// each case, as the engine works out those of today. That is bounded work; where more cases are asked
/// for nothing is answered, and the reader asks for some of them.
///
/// Who is one person is as judged now, as on the pages of a case. It shows nobody: [CaseBoards#named]
/// does, and that is the act. Thread-safe.
@Service
@Transactional(readOnly = true)
public class CasesThen {

    /// So many cases are worked out at most.
    public static final int MOST = 2_000;

    private static final int AT_ONCE = 250;

    private final OpenedCases opened;
    private final CaseReading reading;

    CasesThen(OpenedCases opened, CaseReading reading) {
        this.opened = opened;
        this.reading = reading;
    }

    /// What came of asking.
    public sealed interface Outcome {
        /// Every case that was asked for.
        record Read(BoardsThen boards) implements Outcome {}

        /// So many were asked for; none was read.
        record TooMany(long cases) implements Outcome {}
    }

    /// The cases that were open then, of these persons or of everybody.
    ///
    /// @param persons null for everybody
    public Outcome of(AsOf at, @Nullable Set<UUID> persons) {
        long cases = opened.count(at, persons);
        return cases > MOST
                ? new Outcome.TooMany(cases)
                : new Outcome.Read(new BoardsThen(worked(opened.then(at, persons), at), at.on()));
    }

    private List<CaseThen> worked(List<OpenedCase> cases, AsOf at) {
        Map<UUID, String> numbers = new HashMap<>();
        cases.forEach(one -> numbers.merge(one.person(), one.number(), CasesThen::first));
        List<CaseQuestion> questions =
                reading.questions(cases.stream().map(OpenedCase::person).distinct().toList(), at);
        List<CaseThen> worked = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += AT_ONCE) {
            List<CaseQuestion> some =
                    questions.subList(from, Math.min(questions.size(), from + AT_ONCE));
            List<CaseSummary> summaries = reading.summaries(some);
            for (int i = 0; i < some.size(); i++) {
                CaseQuestion question = some.get(i);
                worked.add(
                        CaseThen.of(
                                question.leader(),
                                number(question.ids(), numbers),
                                summaries.get(i),
                                at.on()));
            }
        }
        return worked;
    }

    private static String number(Collection<UUID> ids, Map<UUID, String> numbers) {
        return ids.stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .min(String::compareTo)
                .orElseThrow();
    }

    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
