package org.nostos.web.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.TrialPairFile;
import org.nostos.linkage.Evidence;
import org.nostos.linkage.Explanation;

/// What two models make of one pair, field by field.
public record TwoWeighings(
        List<Row> rows,
        @Nullable Bits priorWas,
        @Nullable Bits priorWould,
        @Nullable Bits was,
        @Nullable Bits would) {

    /// One comparison: the values compared, what they come to, and what each model takes it for.
    public record Row(
            FieldRole role,
            String left,
            String right,
            String code,
            @Nullable Bits was,
            @Nullable Bits would) {}

    static TwoWeighings of(TrialPairFile file) {
        double most = most(file.was(), file.would());
        Map<List<FieldRole>, Evidence> before = evidence(file.was());
        Map<List<FieldRole>, Evidence> then = evidence(file.would());
        Map<List<FieldRole>, Evidence> all = new LinkedHashMap<>(then);
        before.forEach(all::putIfAbsent);
        List<Row> rows = new ArrayList<>();
        all.forEach((roles, one) -> {
            if (one.code() != Evidence.Code.UNKNOWN && !roles.isEmpty()) {
                rows.add(row(roles, one, before.get(roles), then.get(roles), most));
            }
        });
        return new TwoWeighings(
                rows,
                bits(file.was().map(Explanation::priorWeight), most),
                bits(file.would().map(Explanation::priorWeight), most),
                bits(file.was().map(Explanation::weight), most),
                bits(file.would().map(Explanation::weight), most));
    }

    private static Row row(
            List<FieldRole> roles,
            Evidence one,
            @Nullable Evidence before,
            @Nullable Evidence then,
            double most) {
        return new Row(
                roles.getFirst(),
                one.left(),
                one.right(),
                one.code().key(),
                before == null ? null : new Bits(before.weight(), most),
                then == null ? null : new Bits(then.weight(), most));
    }

    private static @Nullable Bits bits(Optional<Double> weight, double most) {
        return weight.map(value -> new Bits(value, most)).orElse(null);
    }

    private static Map<List<FieldRole>, Evidence> evidence(Optional<Explanation> explained) {
        Map<List<FieldRole>, Evidence> found = new LinkedHashMap<>();
        explained.ifPresent(
                one -> one.evidence().forEach(part -> found.putIfAbsent(part.roles(), part)));
        return found;
    }

    private static double most(Optional<Explanation> was, Optional<Explanation> would) {
        return Stream.concat(was.stream(), would.stream())
                .flatMap(one ->
                        Stream.concat(
                                Stream.of(one.priorWeight(), one.weight()),
                                one.evidence().stream().map(Evidence::weight)))
                .mapToDouble(Math::abs)
                .max()
                .orElse(1);
    }
}
