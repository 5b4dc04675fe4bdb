package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.Secrets;
import org.nostos.postgres.server.EmbeddedServer;
import org.nostos.postgres.server.ServerSettings;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The same house on a server that somebody else runs.
class ExternalServerTest {

    private static final String PASSWORD = "linden&plum=1";

    @Test
    void anInstanceRunsOnAServerWhereItMayOnlyMakeRolesAndItsOwnDatabase(@TempDir Path folder) {
        try (EmbeddedServer somebodyElses =
                EmbeddedServer.start(folder.resolve("theirs"), ServerSettings.forgetful())) {
            superuser(somebodyElses)
                    .sql("create role keeper login createrole createdb password 'linden&plum=1'")
                    .update();
            ExternalServer external =
                    ExternalServer.of(
                            "jdbc:postgresql://127.0.0.1:"
                                    + somebodyElses.port()
                                    + "/house?user=keeper&password=linden%26plum%3D1");
            Secrets secrets = new Secrets(folder.resolve("secrets"));
            superuser(somebodyElses).sql("create database house owner keeper").update();
            external.install(secrets);
            DatabaseAccess again = external.install(secrets);
            try (Instance instance = Instance.start(again, 0, Map.of())) {
                assertThat(instance.firstLink()).isPresent();
            }
        }
    }

    @Test
    void anUnreadableAddressIsRefusedWithoutRepeatingItsPassword() {
        for (String url :
                List.of(
                        "jdbc:mysql://h/d?user=a&password=" + PASSWORD,
                        "jdbc:postgresql://h/?user=a&password=" + PASSWORD,
                        "jdbc:postgresql://h/d?password=" + PASSWORD)) {
            assertThatThrownBy(() -> ExternalServer.of(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("NOSTOS_DATABASE_URL must read")
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    private static JdbcClient superuser(EmbeddedServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl("postgres"));
        source.setUser(server.superuser());
        source.setPassword(server.password());
        return JdbcClient.create(source);
    }
}
