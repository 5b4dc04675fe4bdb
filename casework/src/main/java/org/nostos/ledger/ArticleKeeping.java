package org.nostos.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.figures.Figure;
import org.nostos.ledger.LedgerArticle.About;
import org.nostos.ledger.LedgerArticle.Media;
import org.nostos.ledger.LedgerArticle.State;
import org.nostos.ledger.internal.ArticleReader;
import org.nostos.ledger.internal.LackingWords;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Handing articles in, reading them, and deciding about each figure that was found. A file is kept
/// before it is read: whatever reading it does, it is there. Nothing that was found is in the ledger
/// before an analyst enters it. Thread-safe.
@Service
public class ArticleKeeping {

    /// The largest file that is taken, in bytes.
    public static final int LARGEST = 20 << 20;

    private static final int LONGEST_NAME = 200;

    private final Acts acts;
    private final Articles articles;
    private final LedgerKeeping ledger;
    private final TransactionOperations transaction;

    ArticleKeeping(
            Acts acts, Articles articles, LedgerKeeping ledger, TransactionOperations transaction) {
        this.acts = acts;
        this.articles = articles;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /// A page of articles, from 0.
    public List<LedgerArticle> page(int number, int most) {
        return in(() -> articles.page(number * most, most));
    }

    public long count() {
        return in(articles::count);
    }

    /// An article with its text and all that was found in it.
    public record File(LedgerArticle article, @Nullable String text, List<ArticleClaim> claims) {
        public File {
            claims = List.copyOf(claims);
        }
    }

    public Optional<File> file(UUID id) {
        return in(() ->
                articles.byId(id)
                        .map(article ->
                                new File(
                                        article,
                                        articles.text(id).orElse(null),
                                        articles.claims(id))));
    }

    /// What handing an article in came to.
    public sealed interface Handed {
        record Kept(UUID article) implements Handed {}

        /// The same file was handed in before.
        record Known(UUID article) implements Handed {}

        record Refused(List<Obstacle> obstacles) implements Handed {
            public Refused {
                obstacles = List.copyOf(obstacles);
            }
        }
    }

    /// Keeps the file and then reads it.
    public Handed hand(About about, byte[] bytes) {
        List<Obstacle> obstacles = lacking(about, bytes);
        if (!obstacles.isEmpty()) {
            return new Handed.Refused(obstacles);
        }
        String sha256 = sha256(bytes);
        Optional<LedgerArticle> known = in(() -> articles.byHash(sha256));
        if (known.isPresent()) {
            return new Handed.Known(known.get().id());
        }
        UUID id = UUID.randomUUID();
        in(() -> {
            UUID act = act("ledger.article-received", id, null, sha256);
            articles.add(id, about, Media.of(bytes), sha256, bytes, act);
            return id;
        });
        read(id);
        return new Handed.Kept(id);
    }

    private static List<Obstacle> lacking(About about, byte[] bytes) {
        List<Obstacle> lacking = new ArrayList<>(notAnAnalyst());
        lacking.addAll(LackingWords.of(FigureSource.named(about.title(), about.address())));
        String outlet = about.outlet();
        if (outlet != null && outlet.length() > LONGEST_NAME) {
            lacking.add(Obstacle.of("obstacle.ledger.long"));
        }
        if (bytes.length == 0 || bytes.length > LARGEST) {
            lacking.add(Obstacle.of("obstacle.ledger.file"));
        }
        return lacking;
    }

    /// Reads an article that is kept and was not read yet, outside of any transaction.
    public void read(UUID id) {
        LedgerArticle article =
                in(() -> articles.byId(id)).orElseThrow(NoSuchElementException::new);
        if (article.state() != State.KEPT) {
            return;
        }
        ArticleReader.Read read = ArticleReader.read(in(() -> articles.bytes(id)));
        in(() -> {
            UUID act = act("ledger.article-read", id, null, article.sha256());
            articles.read(id, read.text(), read.fault(), act);
            articles.add(id, read.claims(), act);
            return id;
        });
    }

    /// Enters a claim into the ledger as it was found, or as the analyst mended it.
    public List<Obstacle> enter(UUID claim, Figure figure, boolean mended) {
        return in(() -> {
            ArticleClaim found = articles.claim(claim).orElseThrow(NoSuchElementException::new);
            LedgerArticle article = articles.byId(found.article()).orElseThrow();
            List<Obstacle> obstacles = new ArrayList<>(settled(found));
            if (obstacles.isEmpty()) {
                obstacles.addAll(ledger.enter(figure, article.source()));
            }
            if (obstacles.isEmpty()) {
                String kind = mended ? "ledger.claim-mended" : "ledger.claim-accepted";
                articles.decide(
                        claim,
                        mended ? ArticleClaim.Kind.MENDED : ArticleClaim.Kind.ACCEPTED,
                        figure.id(),
                        null,
                        act(kind, article.id(), null, null));
            }
            return obstacles;
        });
    }

    /// Says that a claim is none, or not for this ledger.
    public List<Obstacle> reject(UUID claim, @Nullable String reason) {
        return in(() -> {
            ArticleClaim found = articles.claim(claim).orElseThrow(NoSuchElementException::new);
            List<Obstacle> obstacles = new ArrayList<>(settled(found));
            if (obstacles.isEmpty()) {
                UUID act = act("ledger.claim-rejected", found.article(), reason, null);
                articles.decide(claim, ArticleClaim.Kind.REJECTED, null, reason, act);
            }
            return obstacles;
        });
    }

    private static List<Obstacle> settled(ArticleClaim claim) {
        List<Obstacle> obstacles = new ArrayList<>(notAnAnalyst());
        if (claim.decision() != null) {
            obstacles.add(Obstacle.of("obstacle.ledger.decided"));
        }
        return obstacles;
    }

    private static List<Obstacle> notAnAnalyst() {
        return Caller.required().role() == Role.ANALYST
                ? List.of()
                : List.of(Obstacle.of("obstacle.ledger.role"));
    }

    private UUID act(
            String kind, UUID article, @Nullable String reason, @Nullable String document) {
        Act act = Act.of(kind, Purpose.ANALYSIS, Map.of("article", article)).withReason(reason);
        return acts.record(document == null ? act : act.withDocument(document));
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
