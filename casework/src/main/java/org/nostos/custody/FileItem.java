package org.nostos.custody;

import static org.nostos.custody.FileItem.Source.CUSTODY;
import static org.nostos.custody.FileItem.Source.ELSEWHERE;
import static org.nostos.custody.FileItem.Source.RECORDS;

import java.util.Arrays;
import java.util.List;
import org.nostos.basics.Citation;

/// An item of the minimum file of a person who is held, and where it is asked for.
///
/// The rules' letters and the articles are quoted from the texts in common use; a lawyer has not
/// confirmed that the list is whole for every legal ground.
public enum FileItem {
    NAMES(RECORDS, mandela("rule 7(a)"), disappearance("art. 17(3)(a)")),
    SEX(RECORDS, mandela("rule 7(a)")),
    BIRTH_DATE(RECORDS, third(), fourth()),
    BIRTH_PLACE(RECORDS, third(), fourth()),
    NATIONALITY(RECORDS, third(), fourth()),
    FATHER_NAME(RECORDS, third(), fourth()),
    MOTHER_NAME(RECORDS, third(), fourth()),
    /// Why, and who ordered it.
    GROUND(CUSTODY, mandela("rule 7(b)"), disappearance("art. 17(3)(c)")),
    ARREST(CUSTODY, mandela("rule 7(b)"), disappearance("art. 17(3)(b)")),
    HOLDER(CUSTODY, disappearance("art. 17(3)(d)")),
    ADMISSION(CUSTODY, mandela("rule 7(c)"), disappearance("art. 17(3)(e)")),
    /// Visible injuries, complaints of ill-treatment, the state of health.
    HEALTH(ELSEWHERE, mandela("rule 7(d)"), disappearance("art. 17(3)(f)")),
    PROPERTY(ELSEWHERE, mandela("rule 7(e)")),
    FAMILY(ELSEWHERE, mandela("rule 7(f)")),
    NEXT_OF_KIN(ELSEWHERE, mandela("rule 7(g)"), third(), fourth()),
    ADDRESS(ELSEWHERE, third(), fourth()),
    /// Hearings and counsel.
    PROCEEDINGS(ELSEWHERE, mandela("rule 8(a)")),
    /// How the person died, and where the remains are; asked for in the event of death alone.
    DEATH(CUSTODY, mandela("rule 8(f)"), disappearance("art. 17(3)(g)")),
    /// When the person was released or transferred, and to whom; asked for after an end alone.
    RELEASE(CUSTODY, mandela("rule 7(c)"), disappearance("art. 17(3)(h)"));

    /// Where an item comes from.
    public enum Source {
        /// What lists say.
        RECORDS,
        /// What happened in custody.
        CUSTODY,
        /// Another room of the house, or a place that an officer names.
        ELSEWHERE
    }

    private final Source source;
    private final List<Citation> citations;

    FileItem(Source source, Citation... citations) {
        this.source = source;
        this.citations = List.of(citations);
    }

    public Source source() {
        return source;
    }

    public List<Citation> citations() {
        return citations;
    }

    /// The items that are asked for of somebody who stands so.
    public static List<FileItem> askedFor(CustodyStatus status) {
        return Arrays.stream(values()).filter(item -> item.isAskedFor(status)).toList();
    }

    private boolean isAskedFor(CustodyStatus status) {
        return switch (this) {
            case DEATH -> status == CustodyStatus.DECEASED;
            case RELEASE ->
                    status == CustodyStatus.RELEASED
                            || status == CustodyStatus.REPATRIATED
                            || status == CustodyStatus.TRANSFERRED;
            default -> true;
        };
    }

    private static Citation mandela(String rule) {
        return new Citation("Nelson Mandela Rules", rule);
    }

    private static Citation disappearance(String article) {
        return new Citation("Convention on Enforced Disappearance", article);
    }

    private static Citation third() {
        return new Citation("Third Geneva Convention", "art. 122");
    }

    private static Citation fourth() {
        return new Citation("Fourth Geneva Convention", "art. 138");
    }
}
