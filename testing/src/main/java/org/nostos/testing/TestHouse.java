package org.nostos.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.journal.JournalKeys;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.Passwords;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.postgres.DatabaseAccess;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole house but its pages, on a database of its own: the rooms, their stores, a founded
/// committee, and callers of any role who came in by the real door.
///
/// Passwords are hashed fast here; nothing else differs from an instance.
public final class TestHouse implements AutoCloseable {

    private static final String PASSWORD = "walnut plum linden";

    private final TestDatabase database;
    private final AnnotationConfigApplicationContext context;
    private final Caller administrator;
    private int people;

    private TestHouse(TestDatabase database, AnnotationConfigApplicationContext context) {
        this.database = database;
        this.context = context;
        OneTimeLinks links = bean(OneTimeLinks.class);
        String token = links.first().orElseThrow();
        links.found(token, "Joint Return Committee", "juniper", "Juniper Linden", PASSWORD);
        this.administrator = signIn("juniper");
    }

    /// Every room, and what stores it.
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "org.nostos.parties",
        "org.nostos.lists",
        "org.nostos.registry",
        "org.nostos.identity",
        "org.nostos.tasks",
        "org.nostos.custody",
        "org.nostos.retention",
        "org.nostos.requests",
        "org.nostos.transfers",
        "org.nostos.legal",
        "org.nostos.evidence",
        "org.nostos.costs",
        "org.nostos.ledger",
        "org.nostos.reports",
        "org.nostos.cases",
        "org.nostos.postgres"
    })
    public static class Rooms {}

    /// A house on a fresh database.
    public static TestHouse open() {
        return over(TestDatabase.fresh());
    }

    /// A house on this installed and empty database.
    public static TestHouse over(TestDatabase database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DatabaseAccess.class, database::access);
        context.registerBean(JournalKeys.class, JournalKeys::generate);
        context.registerBean(Passwords.class, FastPasswords::new);
        context.register(Rooms.class);
        context.refresh();
        return new TestHouse(database, context);
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Every bean of this type: what rooms give to others.
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /// Statements of the serving role, bound by every policy.
    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /// Runs work in one transaction.
    public TransactionTemplate transaction() {
        return context.getBean(TransactionTemplate.class);
    }

    /// Tells the rooms what happened, as a room does that publishes an event.
    public void publish(Object event) {
        context.publishEvent(event);
    }

    /// The first administrator.
    public Caller administrator() {
        return administrator;
    }

    /// A new person of the committee in this role, signed in.
    public Caller committee(Role role) {
        UUID committee =
                administrator.call(() ->
                        bean(AccountKeeping.class).parties().stream()
                                .filter(p -> p.kind() == PartyKind.COORDINATING_COMMITTEE)
                                .findFirst()
                                .orElseThrow()
                                .id());
        return member(committee, role);
    }

    /// A new party with one person in this role, signed in.
    public Caller party(PartyKind kind, String name, @Nullable String state, Role role) {
        UUID party =
                administrator.call(() ->
                        bean(AccountKeeping.class)
                                .addParty(kind, name, state == null ? null : new StateCode(state)));
        return member(party, role);
    }

    /// A new person of the party in this role, signed in.
    public Caller member(UUID party, Role role) {
        String login = "person" + ++people;
        Opening opening =
                administrator.call(() ->
                        bean(AccountKeeping.class).open(party, role, login, "Person " + people));
        if (!(opening instanceof Opening.Opened opened)) {
            throw new IllegalStateException("the account was not opened: " + opening);
        }
        bean(OneTimeLinks.class).accept(opened.token(), PASSWORD);
        return signIn(login);
    }

    /// The engine, as background work calls.
    public Caller engine() {
        return bean(SigningIn.class).engine().orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    private Caller signIn(String login) {
        Outcome outcome = bean(SigningIn.class).signIn(login, PASSWORD, "test");
        if (!(outcome instanceof Outcome.SignedIn signedIn)) {
            throw new IllegalStateException("could not sign in: " + outcome);
        }
        return signedIn.caller();
    }

    private static final class FastPasswords implements Passwords {
        @Override
        public String hash(CharSequence password) {
            try {
                byte[] bytes = password.toString().getBytes(StandardCharsets.UTF_8);
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return hash(password).equals(hash);
        }
    }
}
