package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;
import org.nostos.linkage.ResidentIndex.Hit;
import org.nostos.linkage.ResidentIndex.Query;
import org.nostos.names.NameWord;
import org.nostos.names.Names;

/// The index behind the search box: words to rows, and the dates of rows.
///
/// A row's weight is the sum over the words asked for. A word that the row has, in this spelling or a
/// like one, weighs the more the fewer rows have it; a word that it lacks weighs against it. The prior
/// is one in as many as there are. Rows of one query add up in arrays that are kept for the next.
public final class Resident {
    private static final List<FieldRole> NAMES =
            List.of(
                    FieldRole.FULL_NAME,
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME,
                    FieldRole.KUNYA);
    private static final double LIKE = .7;

    /// How often the person searched for is written exactly so, with other letters for the same sounds,
    /// nearly so; and how often the list has not this word of the name at all.
    private static final double EXACT = .62;

    private static final double SOUND = .2;
    private static final double NEAR = .08;
    private static final double LACKING = Weights.log2(.1);

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Queue<Sums> spare = new ConcurrentLinkedQueue<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<Optional<String>> ids = new ArrayList<>();
    private final BirthDates dates = new BirthDates();

    public void addAll(RecordTable table) {
        for (int row = 0; row < table.size(); row++) {
            Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
            for (FieldRole role : table.roles()) {
                values.put(role, table.values(row, role));
            }
            add(table.id(row), values);
        }
    }

    public void add(String id, Map<FieldRole, List<String>> values) {
        List<NameWord> words = new ArrayList<>();
        for (FieldRole role : NAMES) {
            values.getOrDefault(role, List.of()).forEach(value -> words.addAll(Names.words(value)));
        }
        lock.writeLock().lock();
        try {
            takeOut(id);
            int row = ids.size();
            ids.add(Optional.of(id));
            rowOf.put(id, row);
            words.forEach(word -> vocabulary.add(word, row));
            dates.add(values.getOrDefault(FieldRole.BIRTH_DATE, List.of()));
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void remove(String id) {
        lock.writeLock().lock();
        try {
            takeOut(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void takeOut(String id) {
        Integer row = rowOf.remove(id);
        if (row != null) {
            ids.set(row, Optional.empty());
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return rowOf.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    public List<Hit> search(Query query) {
        List<NameWord> words = Names.words(query.name());
        lock.readLock().lock();
        try {
            if (words.isEmpty() || rowOf.isEmpty()) {
                return List.of();
            }
            Sums polled = spare.poll();
            Sums sums = polled == null ? new Sums() : polled;
            sums.begin(ids.size());
            for (NameWord word : words) {
                sums.nextWord();
                weigh(word, sums);
            }
            List<Hit> hits = best(query, sums, words.size() * LACKING - Weights.log2(rowOf.size()));
            spare.add(sums);
            return hits;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void weigh(NameWord word, Sums sums) {
        List<Vocabulary.Like> like = vocabulary.like(word, LIKE);
        like.sort(
                Comparator.comparingDouble(Vocabulary.Like::similarity)
                        .reversed()
                        .thenComparingInt(Vocabulary.Like::word));
        double all = rowOf.size();
        long having = 0;
        for (Vocabulary.Like found : like) {
            IntList rows = vocabulary.rows(found.word());
            having += rows.size();
            double m = found.similarity() >= 1 ? EXACT : found.similarity() >= .9 ? SOUND : NEAR;
            double share = Math.min(1, having / all);
            double weight =
                    Weights.log2(m / share) + 4 * Math.min(0, found.similarity() - .9) - LACKING;
            for (int i = 0; i < rows.size(); i++) {
                sums.add(rows.get(i), (float) Math.max(.1, weight));
            }
        }
    }

    private List<Hit> best(Query query, Sums sums, double start) {
        record Found(String id, double weight) {}
        Comparator<Found> worstFirst =
                Comparator.comparingDouble(Found::weight)
                        .thenComparing(Found::id, Comparator.reverseOrder());
        PriorityQueue<Found> best = new PriorityQueue<>(worstFirst);
        BirthDates.Asked born = dates.asked(query.born());
        for (int i = 0; i < sums.touched(); i++) {
            int row = sums.row(i);
            double weight = start + sums.sum(row) + born.weight(row);
            if (best.size() == query.top() && weight < best.element().weight) {
                continue;
            }
            ids.get(row).ifPresent(id -> best.add(new Found(id, weight)));
            if (best.size() > query.top()) {
                best.remove();
            }
        }
        return best.stream()
                .sorted(worstFirst.reversed())
                .map(found -> new Hit(found.id, Weights.probability(found.weight)))
                .toList();
    }

    /// The sums of one query. A row counts once for each word asked for, with the first weight given.
    private static final class Sums {
        private float[] sums = new float[0];
        private int[] lastWord = new int[0];
        private int[] rows = new int[1024];
        private int count;
        private int word;
        private int queryStart;

        void begin(int size) {
            if (sums.length < size) {
                sums = new float[size + (size >> 2) + 16];
                lastWord = new int[sums.length];
                word = 0;
            }
            count = 0;
            queryStart = word;
        }

        void nextWord() {
            word++;
        }

        void add(int row, float weight) {
            if (lastWord[row] == word) {
                return;
            }
            if (lastWord[row] <= queryStart) {
                sums[row] = 0;
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, count * 2);
                }
                rows[count++] = row;
            }
            lastWord[row] = word;
            sums[row] += weight;
        }

        int touched() {
            return count;
        }

        int row(int at) {
            return rows[at];
        }

        float sum(int row) {
            return sums[row];
        }
    }
}
