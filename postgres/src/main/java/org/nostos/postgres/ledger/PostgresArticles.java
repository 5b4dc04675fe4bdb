package org.nostos.postgres.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Claim;
import org.nostos.ledger.ArticleClaim;
import org.nostos.ledger.Articles;
import org.nostos.ledger.ClaimLines;
import org.nostos.ledger.LedgerArticle;
import org.nostos.ledger.LedgerArticle.About;
import org.nostos.ledger.LedgerArticle.Media;
import org.nostos.ledger.LedgerArticle.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Articles, each in one row: they are bounded and few.
@Repository
class PostgresArticles implements Articles {

    private static final String ARTICLES =
            """
            select a.id, a.title, a.outlet, a.address, a.published_on, a.media, a.sha256, octet_length(a.bytes) as size,
                   a.recorded_at, coalesce(u.display_name, '') as signed_by,
                   case when r.id is null then 'KEPT' when r.fault is null then 'READ' else 'UNREADABLE' end as state, r.fault,
                   (select count(*) from nostos.article_claim c where c.article = a.id) as claims,
                   (select count(*) from nostos.article_claim c where c.article = a.id
                    and not exists (select from nostos.article_claim_decided d where d.claim = c.id)) as open
            from nostos.article a
            left join nostos.article_reading r on r.article = a.id
            left join nostos.account u on u.id = a.account
            """;
    private static final String CLAIMS =
            """
            select c.id, c.article, c.place, c.claim::text as claim, d.kind, d.figure, d.reason, d.recorded_at,
                   coalesce(u.display_name, '') as signed_by
            from nostos.article_claim c
            left join nostos.article_claim_decided d on d.claim = c.id
            left join nostos.account u on u.id = d.account
            """;

    private final JdbcClient jdbc;

    PostgresArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LedgerArticle> page(int offset, int most) {
        return jdbc.sql(ARTICLES + "order by a.recorded_at desc, a.id offset ? limit ?")
                .params(offset, most)
                .query(PostgresArticles::article)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from nostos.article").query(Long.class).single();
    }

    @Override
    public Optional<LedgerArticle> byId(UUID id) {
        return jdbc.sql(ARTICLES + "where a.id = ?")
                .param(id)
                .query(PostgresArticles::article)
                .optional();
    }

    @Override
    public Optional<LedgerArticle> byHash(String sha256) {
        return jdbc.sql(ARTICLES + "where a.sha256 = ?")
                .param(sha256)
                .query(PostgresArticles::article)
                .optional();
    }

    @Override
    public byte[] bytes(UUID id) {
        return jdbc.sql("select bytes from nostos.article where id = ?")
                .param(id)
                .query((row, number) -> Objects.requireNonNull(row.getBytes("bytes")))
                .single();
    }

    @Override
    public Optional<String> text(UUID id) {
        return jdbc.sql(
                        "select text from nostos.article_reading where article = ? and text is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public List<ArticleClaim> claims(UUID article) {
        return jdbc.sql(CLAIMS + "where c.article = ? order by c.place")
                .param(article)
                .query(PostgresArticles::claim)
                .list();
    }

    @Override
    public Optional<ArticleClaim> claim(UUID id) {
        return jdbc.sql(CLAIMS + "where c.id = ?")
                .param(id)
                .query(PostgresArticles::claim)
                .optional();
    }

    @Override
    public void add(UUID id, About about, Media media, String sha256, byte[] bytes, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.article (id, party, title, outlet, address, published_on, media, sha256, bytes,
                                                    account, act)
                        values (:id, nostos.caller_party(), :title, :outlet, :address, :on, :media, :sha256, :bytes,
                                nostos.caller_account(), :act)
                        """)
                .param("id", id)
                .param("title", about.title())
                .param("outlet", about.outlet())
                .param("address", about.address())
                .param("on", about.publishedOn())
                .param("media", media.name())
                .param("sha256", sha256)
                .param("bytes", bytes)
                .param("act", act)
                .update();
    }

    @Override
    public void read(UUID id, @Nullable String text, @Nullable String fault, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.article_reading (id, article, party, text, fault, account, act)
                        values (gen_random_uuid(), :article, nostos.caller_party(), :text, :fault,
                                nostos.caller_account(), :act)
                        """)
                .param("article", id)
                .param("text", text)
                .param("fault", fault)
                .param("act", act)
                .update();
    }

    @Override
    public void add(UUID article, List<Claim> claims, UUID act) {
        int place = 0;
        for (Claim claim : claims) {
            jdbc.sql(
                            """
                            insert into nostos.article_claim (id, article, party, place, start_at, end_at, claim, account, act)
                            values (gen_random_uuid(), ?, nostos.caller_party(), ?, ?, ?, ?::jsonb, nostos.caller_account(), ?)
                            """)
                    .params(
                            article,
                            place++,
                            claim.at().start(),
                            claim.at().end(),
                            ClaimLines.write(claim),
                            act)
                    .update();
        }
    }

    @Override
    public void decide(
            UUID claim,
            ArticleClaim.Kind kind,
            @Nullable UUID figure,
            @Nullable String reason,
            UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.article_claim_decided (id, claim, party, kind, figure, reason, account, act)
                        values (gen_random_uuid(), :claim, nostos.caller_party(), :kind, :figure::uuid, :reason,
                                nostos.caller_account(), :act)
                        """)
                .param("claim", claim)
                .param("kind", kind.name())
                .param("figure", figure)
                .param("reason", reason)
                .param("act", act)
                .update();
    }

    private static LedgerArticle article(ResultSet row, int number) throws SQLException {
        return new LedgerArticle(
                row.getObject("id", UUID.class),
                new About(
                        row.getString("title"),
                        row.getString("outlet"),
                        row.getString("address"),
                        row.getObject("published_on", LocalDate.class)),
                Media.valueOf(row.getString("media")),
                row.getString("sha256"),
                row.getLong("size"),
                State.valueOf(row.getString("state")),
                row.getString("fault"),
                row.getLong("claims"),
                row.getLong("open"),
                EntryColumns.moment(row, "recorded_at"),
                row.getString("signed_by"));
    }

    private static ArticleClaim claim(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        return new ArticleClaim(
                row.getObject("id", UUID.class),
                row.getObject("article", UUID.class),
                row.getInt("place"),
                ClaimLines.read(row.getString("claim")),
                kind == null
                        ? null
                        : new ArticleClaim.Decision(
                                ArticleClaim.Kind.valueOf(kind),
                                row.getObject("figure", UUID.class),
                                row.getString("reason"),
                                row.getString("signed_by"),
                                EntryColumns.moment(row, "recorded_at")));
    }
}
