package org.nostos.linkage;

import java.util.List;
import org.nostos.linkage.internal.ModelText;

/// A trained model: how often two records are one person, and for each comparison how often each
/// level is seen among pairs of one person (`m`) and of two (`u`).
///
/// It holds no value of any record and may be kept, sent and read by people.
///
/// Two records may also agree because they are of one household: brothers have one father, one family
/// name, one place. So a model knows a third case beside one person and two strangers.
///
/// @param prior the probability that two records taken at random are one person
/// @param kin the probability that they are of two people of one household, 0 for a model that does
///     not know the case
public record LinkageModel(double prior, double kin, List<Comparison> comparisons) {

    /// One comparison of two records, with its levels from the most alike to the least.
    public record Comparison(String name, List<Level> levels) {
        public Comparison {
            levels = List.copyOf(levels);
        }
    }

    /// One level of agreement. `name` is its [Evidence.Code], `kin` how often it is seen between two
    /// people of one household.
    public record Level(String name, double m, double u, double kin) {
        /// A level at which two people of one household meet as often as two strangers.
        public Level(String name, double m, double u) {
            this(name, m, u, u);
        }

        /// What this level says, in bits, before the value's own frequency is weighed in.
        public double weight() {
            return Math.log(m / u) / Math.log(2);
        }
    }

    public LinkageModel {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("a prior lies between 0 and 1: " + prior);
        }
        if (!(kin >= 0 && kin < 1)) {
            throw new IllegalArgumentException("the share of kin lies between 0 and 1: " + kin);
        }
        comparisons = List.copyOf(comparisons);
    }

    /// A model that does not know the case of kin.
    public LinkageModel(double prior, List<Comparison> comparisons) {
        this(prior, 0, comparisons);
    }

    /// Reads what [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException with the place, if the text is not a model
    public static LinkageModel parse(String json) {
        return ModelText.parse(json);
    }

    public String toJson() {
        return ModelText.write(this);
    }
}
