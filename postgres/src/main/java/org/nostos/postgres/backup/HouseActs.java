package org.nostos.postgres.backup;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/// Acts on the house itself, by whoever holds the machine: no account did them, so they stand under the
/// engine's. Before there is a committee there is nobody to write them for.
final class HouseActs {

    private static final String KNOWN =
            "select to_regprocedure('nostos.house_append(text,bytea,bytea)') is not null";
    private static final JsonMapper JSON = new JsonMapper();

    private HouseActs() {}

    /// @return whether there was a journal to write into: not before there is a committee, nor in a
    ///     schema that an older release made
    static boolean record(DataSource owner, String kind, String document, Map<String, ?> detail)
            throws SQLException {
        byte[] payload =
                JSON.writeValueAsString(new TreeMap<>(detail)).getBytes(StandardCharsets.UTF_8);
        try (Connection con = owner.getConnection();
                Statement s = con.createStatement();
                ResultSet known = s.executeQuery(KNOWN)) {
            return known.next() && known.getBoolean(1) && append(con, kind, document, payload);
        }
    }

    private static boolean append(Connection con, String kind, String document, byte[] payload)
            throws SQLException {
        try (PreparedStatement s =
                con.prepareStatement("select nostos.house_append(?, ?, ?) is not null")) {
            s.setString(1, kind);
            s.setBytes(2, HexFormat.of().parseHex(document));
            s.setBytes(3, payload);
            try (ResultSet written = s.executeQuery()) {
                return written.next() && written.getBoolean(1);
            }
        }
    }
}
