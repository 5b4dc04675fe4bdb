package org.nostos.stories.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// Writes the claims of an identity token before it is signed: as they are, or as they are not.
class Tongue implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String NONCE = "nonce";

    private volatile Saying saying = Saying.THE_TRUTH;
    private volatile String nonceBefore = "never said";

    void say(Saying next) {
        saying = next;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        if (!OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
            return;
        }
        Instant now = Instant.now();
        switch (saying) {
            case THE_TRUTH -> token.getClaims().claims(all -> nonceBefore = "" + all.get(NONCE));
            case ANOTHERS_NAME -> token.getClaims().issuer("http://localhost:9/elsewhere");
            case TO_ANOTHER -> token.getClaims().audience(List.of("another-client"));
            case WHAT_IS_OVER ->
                    token.getClaims()
                            .issuedAt(now.minus(Duration.ofHours(2)))
                            .expiresAt(now.minus(Duration.ofHours(1)));
            case WHAT_WAS_SAID_BEFORE -> token.getClaims().claim(NONCE, nonceBefore);
        }
    }
}
