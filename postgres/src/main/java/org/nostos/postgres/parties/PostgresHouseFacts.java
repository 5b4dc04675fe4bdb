package org.nostos.postgres.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.DataController;
import org.nostos.parties.HouseFacts;
import org.nostos.parties.ReviewBody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresHouseFacts implements HouseFacts {

    private final JdbcClient jdbc;

    PostgresHouseFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DataController> controller() {
        return jdbc.sql(
                        """
                        select c.name, c.address, c.contact, c.legal_basis, coalesce(a.display_name, '') as by, c.recorded_at
                        from nostos.controller c left join nostos.account a on a.id = c.account
                        order by c.recorded_at desc, c.id limit 1
                        """)
                .query(PostgresHouseFacts::readController)
                .optional();
    }

    @Override
    public Optional<ReviewBody> reviewBody() {
        return jdbc.sql(
                        """
                        select * from (
                            select b.name, b.mandate, coalesce(a.display_name, '') as by, b.recorded_at
                            from nostos.review_body b left join nostos.account a on a.id = b.account
                            order by b.recorded_at desc, b.id limit 1) as latest
                        where name is not null
                        """)
                .query(PostgresHouseFacts::readBody)
                .optional();
    }

    @Override
    public void name(String name, String address, String contact, String legalBasis, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.controller (id, name, address, contact, legal_basis, account, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(UUID.randomUUID())
                .param(name)
                .param(address)
                .param(contact)
                .param(legalBasis)
                .param(act)
                .update();
    }

    @Override
    public void reviewBody(@Nullable String name, String mandate, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.review_body (id, name, mandate, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(UUID.randomUUID())
                .param(name)
                .param(mandate)
                .param(act)
                .update();
    }

    private static DataController readController(ResultSet row, int number) throws SQLException {
        return new DataController(
                row.getString("name"),
                row.getString("address"),
                row.getString("contact"),
                row.getString("legal_basis"),
                row.getString("by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static ReviewBody readBody(ResultSet row, int number) throws SQLException {
        return new ReviewBody(
                row.getString("name"),
                row.getString("mandate"),
                row.getString("by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
