package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.testing.TestHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a backup brings back is erased again from the list beside the instance.
class ErasedAgainTest {

    @TempDir Path temp;

    @Test
    void eachLineIsErasedOnceAndABadLineStopsAllOfIt() throws Exception {
        try (TestHouse house = TestHouse.open()) {
            DataSource owner =
                    house.database()
                            .as(DatabaseAccess.OWNER, house.database().access().ownerPassword());
            String good = "FILE\t" + UUID.randomUUID() + "\t\tact, section 4\t2026-11-22\n";
            String readings =
                    "READINGS\t"
                            + UUID.randomUUID()
                            + "\t2026-01-01 00:00:00+00\tact\t2026-11-22\n";
            assertThatThrownBy(() -> ErasedAgain.from(owner, list(good + "FILE\tnobody\n")))
                    .hasMessageContaining("line 2");
            assertThat(things(owner)).isZero();
            assertThat(ErasedAgain.from(owner, list(good + readings))).isEqualTo(2);
            assertThat(ErasedAgain.from(owner, list(good + readings))).isZero();
            assertThat(things(owner)).isEqualTo(2);
        }
    }

    private Path list(String lines) throws IOException {
        return Files.writeString(temp.resolve(ErasedList.FILE), lines);
    }

    private static long things(DataSource owner) {
        return JdbcClient.create(owner)
                .sql("select count(*) from nostos.erased_thing")
                .query(Long.class)
                .single();
    }
}
