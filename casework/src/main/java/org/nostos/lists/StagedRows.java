package org.nostos.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Rows that were read under a mapping and are not live.
public interface StagedRows {

    /// A run of rows that is staged as one act. `root` is the SHA-256 over the SHA-256s of its rows.
    record Chunk(UUID mapping, int number, UUID party, List<ReadRow> rows, byte[] root) {

        public long firstLine() {
            return rows.getFirst().line();
        }

        public long lastLine() {
            return rows.getLast().line();
        }

        public int good() {
            return (int) rows.stream().filter(ReadRow::good).count();
        }

        public int problems() {
            return rows.stream().mapToInt(row -> row.problems().size()).sum();
        }
    }

    /// How far a staging has come. `lastLine` is 0 before the first chunk.
    record Progress(
            int chunks,
            long lastLine,
            long rows,
            long good,
            @Nullable Instant first,
            @Nullable Instant last) {}

    Progress progress(UUID mapping);

    /// Adds a chunk with its rows and their problems.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException if the chunk stands already
    void add(Chunk chunk, UUID act);

    /// Notes every row whose number stands in an earlier row with another name.
    void noteRepeatedNumbers(UUID mapping, UUID party, int numberColumn);

    long countProblems(UUID mapping);

    /// How many people the good rows name.
    long countPeople(UUID mapping);

    /// The problems by line and column, from the beginning.
    List<RowProblem> problems(UUID mapping, int most);

    /// Makes a record of each person of a good row, chunk by chunk, saying after each how many there are so far,
    /// and returns how many there are.
    long accept(UUID version, UUID mapping, UUID act, LongConsumer soFar);
}
