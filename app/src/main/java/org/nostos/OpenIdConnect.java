package org.nostos;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.web.signin.IdentityProvider;
import org.nostos.web.signin.ProviderArrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/// Signing in with a provider of identity over OpenID Connect, where the instance is set up with one:
/// `nostos.oidc.issuer`, `nostos.oidc.client-id`, `nostos.oidc.client-secret`, `nostos.oidc.name`.
///
/// The authorisation code flow with proof key, state and nonce, as Spring Security does it. Asked for is
/// `openid` alone: no name, no address of the person comes to us. What the provider says of itself is
/// fetched when it is first needed, so that the instance starts without it.
@Component
@ConditionalOnProperty("nostos.oidc.issuer")
final class OpenIdConnect implements IdentityProvider, ClientRegistrationRepository {

    private static final String ID = "provider";
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdConnect.class);

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String name;
    private final ProviderArrival arrival;
    private volatile @Nullable ClientRegistration registration;

    OpenIdConnect(
            @Value("${nostos.oidc.issuer}") String issuer,
            @Value("${nostos.oidc.client-id}") String clientId,
            @Value("${nostos.oidc.client-secret:}") String clientSecret,
            @Value("${nostos.oidc.name:your organisation}") String name,
            ProviderArrival arrival) {
        this.issuer = requireSafe(issuer);
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.name = name;
        this.arrival = arrival;
    }

    /// Adds the provider's way in beside the door's own.
    void into(HttpSecurity http) {
        http.oauth2Login(login ->
                login.clientRegistrationRepository(this)
                        .authorizedClientRepository(new NothingKept())
                        .loginPage("/login")
                        .successHandler(arrival)
                        .failureHandler(arrival));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isReachable() {
        return findByRegistrationId(ID) != null;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        @Nullable ClientRegistration known = registration;
        if (known == null) {
            known = discover();
            registration = known;
        }
        return known;
    }

    private @Nullable ClientRegistration discover() {
        try {
            return ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(ID)
                    .clientId(clientId)
                    .clientSecret(clientSecret.isEmpty() ? null : clientSecret)
                    .clientAuthenticationMethod(
                            clientSecret.isEmpty()
                                    ? ClientAuthenticationMethod.NONE
                                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                    .scope(Set.of("openid"))
                    .build();
        } catch (RuntimeException e) {
            LOG.warn("the provider of identity does not answer: {}", e.getClass().getSimpleName());
            return null;
        }
    }

    private static String requireSafe(String issuer) {
        URI uri = URI.create(issuer);
        boolean near = Set.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !near) {
            throw new IllegalArgumentException(
                    "nostos.oidc.issuer begins with https://: " + issuer);
        }
        return issuer;
    }
}
