package org.nostos.linkage.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.nostos.names.NameWord;
import org.nostos.names.Script;

/// What the index behind the search box holds: for each row its id, its words, its birth date and its
/// numbers. What is taken out leaves its row to the next that is added, and nothing else behind.
final class Holding {
    private static final int[] NO_WORDS = {};

    final Vocabulary vocabulary = new Vocabulary();
    final Ids ids = new Ids();
    final BirthDates dates = new BirthDates();
    final Numbers numbers = new Numbers();
    private final IntList free = new IntList();
    private int[][] wordsOf = {};
    private int rows;

    /// How many rows there are, free ones included.
    int rows() {
        return rows;
    }

    int[][] wordsOf() {
        return wordsOf;
    }

    void add(byte[] id, List<NameWord> words, List<String> born, List<String> given) {
        takeOut(List.of(id));
        int row = rowFor(id);
        file(row, words.stream().mapToInt(vocabulary::number).distinct().toArray());
        dates.set(row, born);
        given.forEach(number -> numbers.add(number, row));
    }

    private int rowFor(byte[] id) {
        int row = free.size() > 0 ? free.removeLast() : rows++;
        ids.put(row, id);
        return row;
    }

    private void file(int row, int[] words) {
        if (row >= wordsOf.length) {
            wordsOf = Arrays.copyOf(wordsOf, row + (row >> 2) + 16);
        }
        wordsOf[row] = words;
        for (int word : words) {
            vocabulary.rows(word).add(row);
        }
    }

    void takeOut(Collection<byte[]> gone) {
        BitSet rowsGone = new BitSet();
        for (byte[] id : gone) {
            int row = ids.row(id);
            if (row >= 0) {
                rowsGone.set(row);
                takeOut(row);
            }
        }
        if (!rowsGone.isEmpty()) {
            numbers.remove(rowsGone);
        }
    }

    private void takeOut(int row) {
        for (int word : wordsOf[row]) {
            vocabulary.rows(word).remove(row);
        }
        wordsOf[row] = NO_WORDS;
        dates.clear(row);
        ids.remove(row);
        free.add(row);
    }

    /// Adds all that another holds. Its ids must be new.
    void absorb(Holding other) {
        int[] words = new int[other.vocabulary.size()];
        for (int word = 0; word < words.length; word++) {
            if (other.vocabulary.rows(word).size() > 0) {
                words[word] = vocabulary.number(other.vocabulary.word(word));
            }
        }
        int[] rowOf = new int[other.rows];
        for (int row = 0; row < other.rows; row++) {
            if (other.ids.isUsed(row)) {
                rowOf[row] = rowFor(other.ids.at(row));
                int[] there = other.wordsOf[row];
                file(rowOf[row], Arrays.stream(there).map(word -> words[word]).toArray());
                dates.copy(rowOf[row], other.dates, row);
            }
        }
        for (int i = 0; i < other.numbers.size(); i++) {
            numbers.add(other.numbers.key(i), rowOf[other.numbers.row(i)]);
        }
    }

    /// Writes all that is held; words that no row has any more are left out.
    void write(DataOutput to) throws IOException {
        int[] words = new int[vocabulary.size()];
        int used = 0;
        for (int word = 0; word < words.length; word++) {
            words[word] = vocabulary.rows(word).size() == 0 ? -1 : used++;
        }
        to.writeInt(used);
        for (int word = 0; word < words.length; word++) {
            if (words[word] >= 0) {
                NameWord written = vocabulary.word(word);
                to.writeUTF(written.text());
                to.writeUTF(written.folded());
                to.writeUTF(written.script().name());
            }
        }
        int[] rowOf = writeRows(words, to);
        to.writeInt(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            to.writeLong(numbers.key(i));
            to.writeInt(rowOf[numbers.row(i)]);
        }
    }

    private int[] writeRows(int[] words, DataOutput to) throws IOException {
        int[] rowOf = new int[rows];
        int used = 0;
        to.writeInt(ids.size());
        for (int row = 0; row < rows; row++) {
            if (ids.isUsed(row)) {
                rowOf[row] = used++;
                byte[] id = ids.at(row);
                to.writeShort(id.length);
                to.write(id);
                to.writeShort(wordsOf[row].length);
                for (int word : wordsOf[row]) {
                    to.writeInt(words[word]);
                }
                dates.write(row, to);
            }
        }
        return rowOf;
    }

    /// Reads what was written into a holding that is empty.
    void read(DataInput from) throws IOException {
        int words = from.readInt();
        for (int word = 0; word < words; word++) {
            vocabulary.number(
                    new NameWord(from.readUTF(), from.readUTF(), Script.valueOf(from.readUTF())));
        }
        int all = from.readInt();
        for (int i = 0; i < all; i++) {
            byte[] id = new byte[from.readUnsignedShort()];
            from.readFully(id);
            int row = rowFor(id);
            int[] own = new int[from.readUnsignedShort()];
            for (int w = 0; w < own.length; w++) {
                own[w] = from.readInt();
            }
            file(row, own);
            dates.read(row, from);
        }
        int given = from.readInt();
        for (int i = 0; i < given; i++) {
            numbers.add(from.readLong(), from.readInt());
        }
    }
}
