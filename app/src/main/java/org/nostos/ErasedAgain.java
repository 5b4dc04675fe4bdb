package org.nostos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Erases in a restored instance what was erased after the backup was taken, from the list that the
/// instance kept beside itself ([ErasedList]). Nothing of it names anybody.
final class ErasedAgain {

    private static final String ERASE =
            "select nostos.erase_again(?, ?::uuid, nullif(?, '')::timestamptz, ?)";
    private static final int FIELDS = 5;

    private ErasedAgain() {}

    /// Erases every line of the list that is not erased yet, all of them or none.
    ///
    /// @return how many were
    static long from(DataSource owner, Path list) throws IOException, SQLException {
        List<String> lines = Files.readAllLines(list);
        long again = 0;
        try (Connection con = owner.getConnection()) {
            con.setAutoCommit(false);
            try (PreparedStatement erase = con.prepareStatement(ERASE)) {
                for (int i = 0; i < lines.size(); i++) {
                    again += erased(erase, fields(lines.get(i), i + 1, list)) ? 1 : 0;
                }
                con.commit();
            } catch (SQLException | RuntimeException e) {
                con.rollback();
                throw e;
            }
        }
        return again;
    }

    private static boolean erased(PreparedStatement erase, String[] fields) throws SQLException {
        for (int i = 0; i < FIELDS - 1; i++) {
            erase.setString(i + 1, fields[i]);
        }
        try (ResultSet row = erase.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String[] fields(String line, int number, Path list) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS || !fields[1].matches("[0-9a-f-]{36}")) {
            throw new IllegalArgumentException(
                    list + ", line " + number + ", is none that a list of what was erased has");
        }
        return fields;
    }
}
