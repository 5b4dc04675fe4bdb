package org.nostos;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;
import org.nostos.parties.HalfSignedIn;
import org.nostos.parties.Passwords;
import org.nostos.parties.Sessions;
import org.nostos.parties.SignInRules;
import org.nostos.parties.SigningIn;
import org.nostos.web.Doors;
import org.nostos.web.signin.Arriving;
import org.nostos.web.signin.CallerFilter;
import org.nostos.web.signin.SignInProvider;
import org.nostos.web.signin.SigningOut;
import org.nostos.web.signin.StillHalfway;
import org.nostos.web.signin.Visitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may open which page. What a page then shows is decided by the database's walls.
///
/// A new page must be named here, or by the [Doors] of its room: everything that is not is refused.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] COORDINATES = {
        "INTAKE_OFFICER", "IDENTITY_REVIEWER", "SECOND_REVIEWER"
    };
    private static final String[] READS_PEOPLE = {
        "INTAKE_OFFICER", "IDENTITY_REVIEWER", "SECOND_REVIEWER", "CASE_OFFICER", "LEGAL_REVIEWER"
    };
    private static final String[] REVIEWS = {"IDENTITY_REVIEWER", "SECOND_REVIEWER"};

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
                    + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), "
                    + "browsing-topics=()";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInProvider provider,
            SigningOut signingOut,
            Arriving arriving,
            Sessions sessions,
            ObjectProvider<OpenIdConnect> openIdConnect,
            List<Doors> rooms)
            throws Exception {
        http.authenticationProvider(provider)
                .authorizeHttpRequests(requests -> whoMayOpenWhat(requests, rooms))
                .formLogin(form ->
                        form.loginPage("/login")
                                .authenticationDetailsSource(Visitors::of)
                                .successHandler(arriving)
                                .permitAll())
                .logout(out -> out.addLogoutHandler(signingOut).logoutSuccessUrl("/login?out"))
                .exceptionHandling(failing -> failing.accessDeniedHandler(new StillHalfway()))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new CallerFilter(sessions), AuthorizationFilter.class);
        openIdConnect.ifAvailable(connect -> connect.into(http));
        return http.build();
    }

    private static void whoMayOpenWhat(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests,
            List<Doors> rooms) {
        for (Doors room : rooms) {
            room.doors()
                    .forEach(door ->
                            requests.requestMatchers(door.method(), door.path())
                                    .hasAnyRole(door.roleNames()));
        }
        requests.requestMatchers("/login/code", "/login/enrol")
                .access(SecurityConfiguration::isHalfway)
                .requestMatchers(
                        "/login",
                        "/login/provider",
                        "/language",
                        "/welcome",
                        "/welcome/provider",
                        "/error",
                        "/nostos.css",
                        "/*.js",
                        "/favicon.svg",
                        "/webjars/**")
                .permitAll()
                .requestMatchers(
                        "/",
                        "/overview/**",
                        "/account",
                        "/account/**",
                        "/checkpoints/**",
                        "/journal/check")
                .access(SecurityConfiguration::isIn)
                .requestMatchers(HttpMethod.GET, "/api/v1/**")
                .access(SecurityConfiguration::isIn)
                .requestMatchers("/model/trials/*/pairs/**")
                .hasAnyRole(REVIEWS)
                .requestMatchers(HttpMethod.POST, "/model/**")
                .hasAnyRole("SECOND_REVIEWER", "ADMINISTRATOR")
                .requestMatchers("/model/**")
                .hasAnyRole("IDENTITY_REVIEWER", "SECOND_REVIEWER", "ADMINISTRATOR")
                .requestMatchers("/people/*/split", "/splits/**")
                .hasAnyRole(REVIEWS)
                .requestMatchers("/lists/**")
                .hasAnyRole(COORDINATES)
                .requestMatchers("/tasks/**", "/compare/**")
                .hasAnyRole(COORDINATES)
                .requestMatchers("/people/*/erase")
                .hasAnyRole(REVIEWS)
                .requestMatchers(HttpMethod.GET, "/people", "/people/*")
                .hasAnyRole(READS_PEOPLE)
                .requestMatchers(HttpMethod.POST, "/search/**")
                .hasAnyRole(READS_PEOPLE)
                .requestMatchers("/people/**", "/search/**")
                .hasAnyRole(COORDINATES)
                .requestMatchers("/review/**")
                .hasAnyRole(REVIEWS)
                .requestMatchers("/glass/**")
                .hasAnyRole(REVIEWS)
                .requestMatchers(HttpMethod.GET, "/keepers")
                .hasAnyRole("ADMINISTRATOR", "SECOND_REVIEWER")
                .requestMatchers("/keepers/*/confirm")
                .hasAnyRole("ADMINISTRATOR", "SECOND_REVIEWER")
                .requestMatchers("/keepers/**")
                .hasRole("ADMINISTRATOR")
                .requestMatchers(HttpMethod.POST, "/agreement")
                .hasRole("ADMINISTRATOR")
                .requestMatchers("/agreement/**", "/journal/**")
                .hasAnyRole("IDENTITY_REVIEWER", "SECOND_REVIEWER", "MONITOR", "ADMINISTRATOR")
                .requestMatchers(HttpMethod.GET, "/retention")
                .hasAnyRole(
                        "INTAKE_OFFICER", "IDENTITY_REVIEWER", "SECOND_REVIEWER", "ADMINISTRATOR")
                .requestMatchers("/retention/rules")
                .hasRole("ADMINISTRATOR")
                .requestMatchers("/retention/rules/*/confirm")
                .hasAnyRole("ADMINISTRATOR", "SECOND_REVIEWER")
                .requestMatchers("/retention/erasures", "/retention/erasures/*/refuse")
                .hasAnyRole(COORDINATES)
                .requestMatchers("/retention/holds")
                .hasAnyRole(REVIEWS)
                .requestMatchers("/retention/**")
                .hasRole("SECOND_REVIEWER")
                .requestMatchers("/settings/**")
                .hasRole("ADMINISTRATOR")
                .requestMatchers("/users/**")
                .hasRole("ADMINISTRATOR")
                .anyRequest()
                .denyAll();
    }

    /// Being known to Spring is not enough: who is halfway, or has only been to the provider, is not in.
    private static AuthorizationDecision isIn(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
        return new AuthorizationDecision(principal(who) instanceof Caller);
    }

    private static AuthorizationDecision isHalfway(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
        return new AuthorizationDecision(principal(who) instanceof HalfSignedIn);
    }

    private static @Nullable Object principal(Supplier<? extends @Nullable Authentication> who) {
        @Nullable Authentication known = who.get();
        return known == null ? null : known.getPrincipal();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }

    @Bean
    SignInProvider signInProvider(SigningIn signingIn) {
        return new SignInProvider(signingIn);
    }

    @Bean
    SignInRules signInRules(
            @Value("${nostos.session.lasts:12h}") Duration lasts,
            @Value("${nostos.session.idle:30m}") Duration idle,
            @Value("${nostos.second-factor:optional}") String secondFactor) {
        return new SignInRules(lasts, idle, isRequired(secondFactor));
    }

    private static boolean isRequired(String secondFactor) {
        return switch (secondFactor) {
            case "required" -> true;
            case "optional" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "nostos.second-factor is required or optional: " + secondFactor);
        };
    }

    @Bean
    Passwords passwords() {
        Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        return new Passwords() {
            @Override
            public String hash(CharSequence password) {
                return java.util.Objects.requireNonNull(argon2.encode(password));
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                return argon2.matches(password, hash);
            }
        };
    }
}
