package org.nostos.postgres.legal;

import java.util.UUID;
import org.nostos.legal.CaseTurns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCaseTurns implements CaseTurns {

    private final JdbcClient jdbc;

    PostgresCaseTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void take(UUID person) {
        jdbc.sql("select nostos.case_turn(?)").param(person).query((row, number) -> true).list();
    }
}
