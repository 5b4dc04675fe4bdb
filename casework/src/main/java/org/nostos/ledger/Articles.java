package org.nostos.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Claim;
import org.nostos.ledger.LedgerArticle.About;
import org.nostos.ledger.LedgerArticle.Media;

/// The articles that were handed in: for analysts alone. Every method needs a running transaction.
public interface Articles {

    /// The latest handed in first.
    List<LedgerArticle> page(int offset, int most);

    long count();

    Optional<LedgerArticle> byId(UUID id);

    /// The article whose file has this SHA-256.
    Optional<LedgerArticle> byHash(String sha256);

    byte[] bytes(UUID id);

    /// Its text; empty while nobody has read it, or where it has none.
    Optional<String> text(UUID id);

    /// What was found in it, in the order of the text.
    List<ArticleClaim> claims(UUID article);

    Optional<ArticleClaim> claim(UUID id);

    void add(UUID id, About about, Media media, String sha256, byte[] bytes, UUID act);

    /// Keeps what reading came to: its text, or why there is none.
    void read(UUID id, @Nullable String text, @Nullable String fault, UUID act);

    void add(UUID article, List<Claim> claims, UUID act);

    void decide(
            UUID claim,
            ArticleClaim.Kind kind,
            @Nullable UUID figure,
            @Nullable String reason,
            UUID act);
}
