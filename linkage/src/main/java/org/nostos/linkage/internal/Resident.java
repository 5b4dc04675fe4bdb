package org.nostos.linkage.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/// The index behind the search box: words to rows, and the dates and numbers of rows.
///
/// A row's weight is the sum over the words asked for. A word that the row has, in this spelling or a
/// like one, weighs the more the fewer rows have it; a word that it lacks weighs against it. The prior
/// is one in as many as there are.
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
    private static final int MOST_WORDS = 12;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Queue<Tally> spare = new ConcurrentLinkedQueue<>();
    private final Holding held = new Holding();

    public void addAll(RecordTable table) {
        for (int row = 0; row < table.size(); row++) {
            Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
            for (FieldRole role : table.roles()) {
                values.put(role, table.values(row, role));
            }
            add(table.id(row), values, List.of());
        }
    }

    /// @param ofList the numbers that the list itself gives
    public void add(String id, Map<FieldRole, List<String>> values, List<String> ofList) {
        List<NameWord> words = new ArrayList<>();
        for (FieldRole role : NAMES) {
            values.getOrDefault(role, List.of()).forEach(value -> words.addAll(Names.words(value)));
        }
        List<String> numbers = new ArrayList<>(ofList);
        numbers.addAll(values.getOrDefault(FieldRole.DOCUMENT_NUMBER, List.of()));
        List<String> born = values.getOrDefault(FieldRole.BIRTH_DATE, List.of());
        writing(() -> held.add(Ids.bytes(id), words, born, numbers));
    }

    public void remove(Collection<String> gone) {
        writing(() -> held.takeOut(gone.stream().map(Ids::bytes).toList()));
    }

    /// Adds all that another index holds. Its ids must be new.
    public void absorb(Resident other) {
        other.lock.readLock().lock();
        try {
            writing(() -> held.absorb(other.held));
        } finally {
            other.lock.readLock().unlock();
        }
    }

    private void writing(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return held.ids.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The ids of rows with a number that begins so.
    public List<String> numbered(String start, int most) {
        lock.readLock().lock();
        try {
            int[] found = held.numbers.beginning(start, most);
            return Arrays.stream(found).mapToObj(held.ids::text).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    public void write(DataOutput to) throws IOException {
        lock.readLock().lock();
        try {
            held.write(to);
        } finally {
            lock.readLock().unlock();
        }
    }

    public void read(DataInput from) throws IOException {
        lock.writeLock().lock();
        try {
            held.read(from);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public List<Hit> search(Query query) {
        List<NameWord> words = Names.words(query.name());
        lock.readLock().lock();
        try {
            Best best = new Best(query.top(), held.ids);
            BirthDates.Asked born = held.dates.asked(query.born());
            if (words.isEmpty()) {
                byDateAlone(born, best);
            } else if (held.ids.size() > 0) {
                byName(words, query.unfinished(), born, best);
            }
            return best.hits();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void byName(
            List<NameWord> words, boolean unfinished, BirthDates.Asked born, Best best) {
        int asked = Math.min(MOST_WORDS, words.size());
        int all = held.ids.size();
        List<AskedWord> rarestFirst = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            boolean goesOn = unfinished && i == words.size() - 1;
            Vocabulary.Likes likes =
                    goesOn
                            ? held.vocabulary.beginning(words.get(i), LIKE)
                            : held.vocabulary.like(words.get(i), LIKE);
            rarestFirst.add(AskedWord.of(likes, held.vocabulary, all));
        }
        rarestFirst.sort(Comparator.comparingLong(AskedWord::total));
        Tally polled = spare.poll();
        Tally tally = polled == null ? new Tally() : polled;
        double start = asked * AskedWord.LACKING - Weights.log2(all);
        tally.run(rarestFirst, held.wordsOf(), held.rows(), (float) start, born, best);
        spare.add(tally);
    }

    private void byDateAlone(BirthDates.Asked born, Best best) {
        float start = (float) -Weights.log2(Math.max(1, held.ids.size()));
        for (int row = 0; row < held.rows(); row++) {
            float weight = born.weight(row);
            if (weight > 0 && start + weight >= best.least()) {
                best.offer(row, start + weight);
            }
        }
    }
}
