package org.nostos.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.nostos.Instance;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.ledger.ArticleKeeping;
import org.nostos.ledger.ArticleKeeping.Handed;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.FindingKeeping;
import org.nostos.ledger.LedgerArticle.About;
import org.nostos.ledger.LedgerKeeping;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.SigningIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A house with a long ledger: written by statements over thousands, each by an analyst who may, as an act,
/// through the walls and the guards; its articles handed in and read one by one.
final class LedgerHouse {

    static final String ANALYST = "clover";
    static final String READER = "moss";

    private static final String SECOND = "teasel";
    private static final int AT_ONCE = 2_000;
    private static final int ARTICLES = 300;
    private static final int SENTENCES = 40;

    /// Six hundred populations, of which the first are spoken of most; what is said of each declines by the
    /// day, and three in a hundred are far from the rest.
    private static final String FIGURES =
            """
            insert into nostos.figure (id, party, low, high, qualifier, unit, counted, category, origin, place, authority, said_by,
                   outlet, said_on, said_first, said_last, as_of, as_of_first, as_of_last, words, part_of, population, account, act)
            select md5('figure' || n)::uuid, nostos.caller_party(), low, case when hedge in ('EXACT', 'ABOUT') then low end, hedge,
                   'person', counted, category, origin, place, authority, said_by, outlet, day::text, day, day, held::text, held,
                   held, said_by || ' said that ' || low || ' ' || counted || ' were there, reported ' || outlet,
                   case when n % 10 = 9 then md5('figure' || n - 4)::uuid end,
                   category || '|' || lower(place) || '|' || coalesce(lower(origin), ''), nostos.caller_account(), :act
            from (select n, day, hedge, origin, case when n % 3 = 0 then day - 5 end as held, 'Camp ' || (1 + pop % 90) as place,
                         (array['HELD', 'FOREIGN_HELD', 'WOMEN', 'CHILDREN', 'REPATRIATED', 'TRANSFERRED', 'RELEASED',
                                'KILLED'])[1 + pop % 8] as category,
                         'people of the ' || (array['alder', 'birch', 'cedar', 'damson', 'elder', 'fir'])[1 + pop % 6] || ' camp'
                             as counted,
                         'Holding Authority ' || (1 + pop % 12) as authority,
                         'Office of Returns ' || (1 + abs(hashint4(n + 77)) % 350) as said_by,
                         'Agency ' || (array['Heron', 'Lark', 'Wren', 'Plover', 'Finch'])[1 + n % 5] || ' ' || (1 + n % 17)
                             as outlet,
                         case when abs(hashint4(n)) % 100 < 3 then 9000 + abs(hashint4(n + 5)) % 500
                              else 5000 - (day - date '2021-01-01') + pop end as low
                  from (select n, floor(600 * power((abs(hashint4(n + 11)) % 100000) / 100000.0, 2))::int as pop,
                               case when n % 4 > 0 then 'State XA' || chr(65 + abs(hashint4(n + 13)) % 26) end as origin,
                               date '2021-01-01' + abs(hashint4(n + 17)) % 2000 as day,
                               (array['EXACT', 'EXACT', 'ABOUT', 'AT_LEAST'])[1 + n % 4] as hedge
                        from generate_series(:from, :upto) n) dice) said
            """;

    private static final String STEPS =
            """
            insert into nostos.figure_event (id, figure, party, kind, source_title, reason, account, act)
            select gen_random_uuid(), md5('figure' || n)::uuid, nostos.caller_party(), :kind,
                   case when :kind = 'SOURCED' then 'Bulletin ' || n %% 500 end,
                   case when :kind = 'RETRACTED' then 'the speaker denied it' end, nostos.caller_account(), :act
            from generate_series(:from, :upto) n where %s
            """;

    private final Instance instance;
    private final Map<String, Caller> signedIn = new HashMap<>();

    LedgerHouse(Instance instance) {
        this.instance = instance;
    }

    boolean isFilled() {
        return instance.bean(SigningIn.class).signIn(READER, BigHouse.PASSWORD, "127.0.0.1")
                instanceof SigningIn.Outcome.SignedIn;
    }

    void fill(int figures) {
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Bench Committee",
                "juniper",
                "Juniper Oak",
                BigHouse.PASSWORD);
        open(Role.ANALYST, ANALYST);
        open(Role.ANALYST, SECOND);
        long begun = System.nanoTime();
        for (int from = 1; from <= figures; from += AT_ONCE) {
            int upto = Math.min(figures, from + AT_ONCE - 1);
            write(ANALYST, "ledger.entered", FIGURES, "ENTERED", from, upto);
            step(ANALYST, "ENTERED", "true", from, upto);
            step(ANALYST, "SOURCED", "true", from, upto);
            step(SECOND, "REVIEWED", "true", from, upto);
            step(SECOND, "PUBLISHED", "n % 50 > 0", from, upto);
            step(SECOND, "RETRACTED", "n % 100 = 1", from, upto);
        }
        say(figures + " figures", begun);
        begun = System.nanoTime();
        signIn(ANALYST).run(this::articles);
        say(ARTICLES + " articles", begun);
        begun = System.nanoTime();
        long found = signIn(ANALYST).call(() -> instance.bean(FindingKeeping.class).rebuild());
        say(found + " findings", begun);
        open(Role.CASE_OFFICER, READER);
    }

    private void step(String login, String kind, String which, int from, int upto) {
        String act = "ledger." + kind.toLowerCase(Locale.ROOT);
        write(login, act, STEPS.formatted(which), kind, from, upto);
    }

    private void write(String login, String act, String sql, String kind, int from, int upto) {
        signIn(login)
                .run(() ->
                        instance.bean(TransactionTemplate.class)
                                .executeWithoutResult(status -> {
                                    UUID id =
                                            instance.bean(Acts.class)
                                                    .record(
                                                            Act.of(
                                                                            act,
                                                                            Purpose.ANALYSIS,
                                                                            Map.of(
                                                                                    "figures",
                                                                                    upto - from
                                                                                            + 1))
                                                                    .withReason("bench"));
                                    JdbcClient.StatementSpec written =
                                            instance.bean(JdbcClient.class)
                                                    .sql(sql)
                                                    .param("from", from)
                                                    .param("upto", upto)
                                                    .param("act", id);
                                    (sql.contains(":kind") ? written.param("kind", kind) : written)
                                            .update();
                                }));
    }

    private void articles() {
        ArticleKeeping keeping = instance.bean(ArticleKeeping.class);
        for (int i = 0; i < ARTICLES; i++) {
            StringBuilder text = new StringBuilder("CAMP ALDER, 9 August 2025\n\n");
            for (int k = 0; k < SENTENCES; k++) {
                text.append("About ")
                        .append(300 + 7 * i + k)
                        .append(" detainees were moved to Elmstad, ");
                text.append("the ministry of justice said.\n");
            }
            About about = new About("Bulletin " + i, "Agency Wren", null, LocalDate.of(2025, 8, 9));
            Handed handed = keeping.hand(about, text.toString().getBytes(StandardCharsets.UTF_8));
            if (handed instanceof Handed.Kept kept) {
                keeping.read(kept.article());
            }
        }
    }

    /// Publishes figures one by one, with what does not fit, and says how long one takes.
    void publish(int rounds) {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Figure figure = figure(round);
            signIn(ANALYST)
                    .run(() ->
                            must(keeping().enter(figure, FigureSource.named("Bulletin 9", null))));
            signIn(SECOND).run(() -> must(keeping().review(figure.id())));
            long begun = System.nanoTime();
            signIn(SECOND).run(() -> must(keeping().publish(figure.id())));
            millis[round] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "one figure published with its findings: p50 %.1f p95 %.1f max %.1f ms%n",
                millis[rounds / 2],
                millis[rounds * 95 / 100],
                millis[rounds - 1]);
    }

    private static Figure figure(int round) {
        return new Figure(
                UUID.randomUUID(),
                Amount.of(4_000 + round, Qualifier.EXACT),
                Unit.Thing.PERSON,
                "people of the alder camp",
                Category.HELD,
                null,
                "Camp " + (1 + 8 * (round % 11)),
                "Holding Authority 1",
                new Figure.Said(
                        "Office of Returns 3",
                        null,
                        "Agency Wren",
                        PartialDate.ofDay(LocalDate.of(2026, 8, 1 + round % 28)),
                        4_000 + round + " people",
                        null),
                null,
                null);
    }

    private LedgerKeeping keeping() {
        return instance.bean(LedgerKeeping.class);
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new IllegalArgumentException("refused: " + obstacles);
        }
    }

    private static void say(String what, long begun) {
        System.out.printf(
                Locale.ROOT, "%s after %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private void open(Role role, String login) {
        Caller administrator = signIn("juniper");
        Opening opening =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class)
                                .open(administrator.party(), role, login, "Bench " + login));
        instance.bean(OneTimeLinks.class)
                .accept(((Opening.Opened) opening).token(), BigHouse.PASSWORD);
    }

    private Caller signIn(String login) {
        return signedIn.computeIfAbsent(
                login,
                name -> {
                    SigningIn.Outcome outcome =
                            instance.bean(SigningIn.class)
                                    .signIn(name, BigHouse.PASSWORD, "127.0.0.1");
                    return ((SigningIn.Outcome.SignedIn) outcome).caller();
                });
    }
}
