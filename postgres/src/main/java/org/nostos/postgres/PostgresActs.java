package org.nostos.postgres;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Writes acts into the journal's tables, in the transaction that is running.
@Component
class PostgresActs implements Acts {

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    PostgresActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UUID record(Act act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "an act is recorded within its transaction: " + act.kind());
        }
        return jdbc.sql("select nostos.journal_append(?, ?, ?, ?)")
                .param(act.kind())
                .param(act.purpose().name())
                .param(document(act))
                .param(payload(act))
                .query(UUID.class)
                .single();
    }

    private static byte @Nullable [] document(Act act) {
        return act.document() == null ? null : HexFormat.of().parseHex(act.document());
    }

    private byte[] payload(Act act) {
        Map<String, Object> payload = new LinkedHashMap<>();
        if (act.reason() != null) {
            payload.put("reason", act.reason());
        }
        payload.putAll(new TreeMap<>(act.detail()));
        return json.writeValueAsString(payload).getBytes(StandardCharsets.UTF_8);
    }
}
