package org.nostos.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nostos.Instance;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.Cases;
import org.nostos.custody.Standings;
import org.nostos.identity.PeopleSearch;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.Parties;
import org.nostos.parties.Party;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.registry.Compartment;
import org.nostos.registry.Keeper;
import org.nostos.registry.KeeperAppointing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives a house of many people many cases: opened by the service, and what happened in them written by
/// statements over thousands, each by somebody who may, as an act, through the walls and the guards.
final class CasesHouse {

    static final String OFFICER = "moss";
    static final String REVIEWER = "fern";
    static final String INDEPENDENT = "heron";
    static final String CONSUL = "lark";
    static final String COUNSEL = "wren";
    static final String BOARD = "dove";

    private static final int AT_ONCE = 5_000;
    private static final int SMALL = 500;
    private static final Pattern LOT = Pattern.compile("\\{h:(\\d+)}");

    private final Instance instance;
    private final Map<String, Caller> signedIn = new HashMap<>();

    CasesHouse(Instance instance) {
        this.instance = instance;
    }

    /// A block of the file: who does it, as which act, and how.
    private record Block(String login, String act, boolean once, String sql) {}

    /// A case and its place among all.
    private record Numbered(UUID person, int number) {}

    boolean hasCases() {
        return instance.bean(SigningIn.class).signIn(OFFICER, BigHouse.PASSWORD, "127.0.0.1")
                instanceof SigningIn.Outcome.SignedIn;
    }

    /// @param from the act with which to go on, if a fill was broken off; empty to begin
    void fill(int cases, String from) throws IOException {
        long begun = System.nanoTime();
        if (from.isEmpty()) {
            people();
            open(cases);
            say("cases opened", begun);
        }
        List<Numbered> all = numbered();
        List<Block> blocks = blocks();
        for (Block block : blocks.subList(first(blocks, from), blocks.size())) {
            begun = System.nanoTime();
            int written = write(block, all);
            say(block.act() + ": " + written + " rows", begun);
        }
        begun = System.nanoTime();
        stand(all);
        say("where everybody stands", begun);
    }

    private static int first(List<Block> blocks, String from) {
        int first = 0;
        while (!from.isEmpty() && !blocks.get(first).act().equals(from)) {
            first++;
        }
        return first;
    }

    /// Asks for this many summaries anew.
    void touch(int most) {
        signIn(OFFICER)
                .run(() ->
                        template()
                                .executeWithoutResult(_ ->
                                        instance.bean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        select count(nostos.case_touch(person))
                                                        from (select person from nostos.case_opened
                                                              order by number limit ?) opened
                                                        """)
                                                .param(most)
                                                .query(Long.class)
                                                .single()));
    }

    /// Waits until the search has read every record: beside it, no other time is true.
    void awaitSearch() {
        long begun = System.nanoTime();
        Caller hazel = signIn(BigHouse.REVIEWER);
        PeopleSearch search = instance.bean(PeopleSearch.class);
        while (!hazel.call(() -> search.search("oak", "", 1)).complete()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        say("the search is whole", begun);
    }

    /// How many summaries wait to be worked out.
    long waiting() {
        return signIn(OFFICER).call(() -> instance.bean(CaseBoards.class).count().waiting());
    }

    private static void say(String what, long begun) {
        System.out.printf(
                Locale.ROOT, "%s after %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private void people() {
        Caller administrator = signIn("juniper");
        UUID committee = administrator.party();
        open(committee, Role.CASE_OFFICER, OFFICER);
        open(committee, Role.CASE_OFFICER, "sorrel");
        open(committee, Role.LEGAL_REVIEWER, REVIEWER);
        open(committee, Role.LEGAL_REVIEWER, "aspen");
        open(
                party(PartyKind.REVIEW_BODY, "Board of Review"),
                Role.INDEPENDENT_REVIEWER,
                INDEPENDENT);
        open(party(PartyKind.LEGAL_AID, "Legal Aid"), Role.COUNSEL, COUNSEL);
        open(party(PartyKind.MONITOR, "Monitors"), Role.MONITOR, BOARD);
        open(state("XAB"), Role.CONSULAR_OFFICER, CONSUL);
        Caller hazel = signIn(BigHouse.REVIEWER);
        KeeperAppointing keepers = instance.bean(KeeperAppointing.class);
        administrator.run(() ->
                must(keepers.propose(hazel.account(), Compartment.ASYLUM, "the committee's own")));
        Keeper waiting =
                administrator.call(() ->
                        keepers.all().stream().filter(Keeper::waits).findFirst().orElseThrow());
        signIn("rowan").run(() -> must(keepers.confirm(waiting.id())));
    }

    private UUID party(PartyKind kind, String name) {
        return signIn("juniper")
                .call(() -> instance.bean(AccountKeeping.class).addParty(kind, name, null));
    }

    private UUID state(String code) {
        return signIn("juniper")
                .call(() ->
                        Objects.requireNonNull(
                                        template().execute(_ -> instance.bean(Parties.class).all()))
                                .stream()
                                .filter(party -> new StateCode(code).equals(party.state()))
                                .map(Party::id)
                                .findFirst()
                                .orElseThrow());
    }

    private void open(UUID party, Role role, String login) {
        Opening opening =
                signIn("juniper")
                        .call(() ->
                                instance.bean(AccountKeeping.class)
                                        .open(party, role, login, "Bench " + login));
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

    /// Those with the lowest numbers, as judged.
    private void open(int cases) {
        Caller officer = signIn(OFFICER);
        List<UUID> people =
                officer.call(() ->
                        read(
                                """
                                select p.id from nostos.person p
                                left join nostos.person_cluster c on c.record = p.record
                                where c.leader is null or c.leader = p.id order by p.ordinal limit %d
                                """
                                        .formatted(cases)));
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<UUID> some = people.subList(from, Math.min(from + AT_ONCE, people.size()));
            officer.run(() ->
                    must(
                            instance.bean(Cases.class)
                                    .open(some, "the lists were accepted")
                                    .obstacles()));
        }
    }

    private List<UUID> read(String sql) {
        return Objects.requireNonNull(
                template()
                        .execute(_ ->
                                instance.bean(JdbcClient.class).sql(sql).query(UUID.class).list()));
    }

    private List<Numbered> numbered() {
        return signIn(OFFICER)
                .call(() ->
                        Objects.requireNonNull(
                                template()
                                        .execute(_ ->
                                                instance.bean(JdbcClient.class)
                                                        .sql(
                                                                """
                                                                select person, substring(number from 8)::int
                                                                from nostos.case_opened order by 2
                                                                """)
                                                        .query((row, n) ->
                                                                new Numbered(
                                                                        row.getObject(
                                                                                1, UUID.class),
                                                                        row.getInt(2)))
                                                        .list())));
    }

    private int write(Block block, List<Numbered> all) {
        Caller caller = signIn(block.login());
        if (block.once()) {
            return caller.call(() -> writeSome(block, all.subList(0, 1)));
        }
        int written = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Numbered> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            written += caller.call(() -> writeSome(block, some));
        }
        return written;
    }

    private int writeSome(Block block, List<Numbered> some) {
        String sql = written(block.sql());
        return Objects.requireNonNull(
                template()
                        .execute(_ -> {
                            UUID act = instance.bean(Acts.class).record(act(block, some.size()));
                            JdbcClient.StatementSpec asked =
                                    instance.bean(JdbcClient.class).sql(sql).param("act", act);
                            return (sql.contains(":persons") ? with(asked, some) : asked).update();
                        }));
    }

    private static Act act(Block block, int cases) {
        return Act.of(block.act(), Purpose.CASEWORK, Map.of("cases", cases)).withReason("bench");
    }

    /// The statement with what its block leaves open put in; what is there from a fill that was broken off
    /// stays.
    private static String written(String sql) {
        String cases = "unnest(:persons::uuid[], :numbers::int[]) ";
        String lot =
                sql.replace("{cases}", cases + "c (person, n)")
                        .replace("{others}", cases + "o (person, n)")
                        .replace("{state}", "('XA' || chr(66 + abs(hashint4(c.n)) % 4))");
        String whole =
                LOT.matcher(lot)
                        .replaceAll(found ->
                                "(abs(hashint4(c.n + "
                                        + 1_000_003L * Long.parseLong(found.group(1)) % 2_000_000
                                        + ")) % 1000)");
        return whole.contains("on conflict") ? whole : whole + " on conflict do nothing";
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec asked, List<Numbered> some) {
        return asked.param(
                        "persons",
                        some.stream().map(one -> one.person().toString()).toArray(String[]::new))
                .param("numbers", some.stream().map(Numbered::number).toArray(Integer[]::new));
    }

    private void stand(List<Numbered> all) {
        Caller officer = signIn(OFFICER);
        for (int from = 0; from < all.size(); from += SMALL) {
            List<UUID> some =
                    all.subList(from, Math.min(from + SMALL, all.size())).stream()
                            .map(Numbered::person)
                            .toList();
            officer.run(() ->
                    template()
                            .executeWithoutResult(
                                    _ -> instance.bean(Standings.class).refresh(some)));
        }
    }

    private TransactionTemplate template() {
        return instance.bean(TransactionTemplate.class);
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new IllegalArgumentException("refused: " + obstacles);
        }
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(CasesHouse.class.getResourceAsStream("cases.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.split("--@ ")) {
                @Nullable Block block = block(part);
                if (block != null) {
                    blocks.add(block);
                }
            }
        }
        return blocks;
    }

    private static @Nullable Block block(String part) {
        int end = part.indexOf('\n');
        if (part.startsWith("--") || end < 0) {
            return null;
        }
        String[] head = part.substring(0, end).strip().split(" ");
        return new Block(head[0], head[1], head.length > 2, part.substring(end).strip());
    }
}
