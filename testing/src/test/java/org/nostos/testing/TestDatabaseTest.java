package org.nostos.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void whatOneTestWritesNoOtherSees() {
        JdbcClient one = JdbcClient.create(TestDatabase.fresh().superuser());
        JdbcClient other = JdbcClient.create(TestDatabase.fresh().superuser());

        one.sql("create table tree (name text)").update();

        assertThat(tables(one)).isEqualTo(1);
        assertThat(tables(other)).isZero();
    }

    private static long tables(JdbcClient database) {
        return database.sql("select count(*) from pg_tables where tablename = 'tree'")
                .query(Long.class)
                .single();
    }
}
