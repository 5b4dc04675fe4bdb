package org.nostos.linkage;

import java.util.List;
import java.util.Locale;
import org.nostos.basics.FieldRole;
import org.nostos.names.Alignment;

/// What one comparison of two records says, in bits: above 0 for one person, below 0 against.
///
/// `left` and `right` are the values compared, empty when not given. `code` and `arguments` make the
/// sentence beside it; the codes are listed at [Code]. `letters` has an alignment where names were
/// compared, and is empty elsewhere.
public record Evidence(
        List<FieldRole> roles,
        double weight,
        String left,
        String right,
        Code code,
        List<String> arguments,
        List<Alignment> letters) {

    /// What a comparison found. The arguments follow in brackets.
    public enum Code {
        /// Not given on one side, or on both: says nothing.
        UNKNOWN,
        /// The same value (one in how many records has it).
        SAME,
        /// The same name in another spelling or script (one in how many records has it).
        SAME_SOUND,
        /// Nearly the same: a letter or a digit differs (one in how many records is as near).
        NEAR,
        /// A part of the value is the same: a word of a place, an area of a postal code.
        PART,
        /// An initial or a short form.
        SHORT_FORM,
        /// The name stands in another field of the other record.
        OTHER_FIELD,
        DIFFERENT,
        /// One date lies within the other.
        DATE_WITHIN,
        /// Day and month change places.
        DAY_MONTH_SWAPPED,
        /// One part of the date differs.
        DATE_ONE_PART,
        SAME_YEAR,
        /// The years are this many apart (years).
        YEARS_APART,
        /// What agrees would agree between two people of one household as well.
        KIN,
        /// A person has judged the two the same.
        JUDGED_SAME,
        /// A person has judged the two different.
        JUDGED_DIFFERENT;

        /// The code as it appears in files and message keys: `same-sound`.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Evidence {
        roles = List.copyOf(roles);
        arguments = List.copyOf(arguments);
        letters = List.copyOf(letters);
    }
}
