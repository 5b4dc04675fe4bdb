package org.nostos;

import org.nostos.parties.Passwords;
import org.nostos.parties.SigningIn;
import org.nostos.web.signin.CallerFilter;
import org.nostos.web.signin.SignInProvider;
import org.nostos.web.signin.SigningOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/// Who may open which page. What a page then shows is decided by the database's walls.
///
/// A new page must be named here: everything that is not is refused.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] COORDINATES = {
        "INTAKE_OFFICER", "IDENTITY_REVIEWER", "SECOND_REVIEWER"
    };
    private static final String[] REVIEWS = {"IDENTITY_REVIEWER", "SECOND_REVIEWER"};

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
                    + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SignInProvider provider, SigningOut signingOut)
            throws Exception {
        return http.authenticationProvider(provider)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/login",
                                        "/welcome",
                                        "/error",
                                        "/nostos.css",
                                        "/*.js",
                                        "/favicon.svg",
                                        "/webjars/**")
                                .permitAll()
                                .requestMatchers("/", "/overview/**", "/account/**")
                                .authenticated()
                                .requestMatchers("/lists/**")
                                .hasAnyRole(COORDINATES)
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
                                .requestMatchers("/agreement/**")
                                .hasAnyRole(
                                        "IDENTITY_REVIEWER",
                                        "SECOND_REVIEWER",
                                        "MONITOR",
                                        "ADMINISTRATOR")
                                .requestMatchers("/journal/**")
                                .hasAnyRole(
                                        "IDENTITY_REVIEWER",
                                        "SECOND_REVIEWER",
                                        "MONITOR",
                                        "ADMINISTRATOR")
                                .requestMatchers("/users/**")
                                .hasRole("ADMINISTRATOR")
                                .anyRequest()
                                .denyAll())
                .formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/", false).permitAll())
                .logout(out -> out.addLogoutHandler(signingOut).logoutSuccessUrl("/login?out"))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(referrer ->
                                        referrer.policy(
                                                org.springframework.security.web.header.writers
                                                        .ReferrerPolicyHeaderWriter.ReferrerPolicy
                                                        .NO_REFERRER)))
                .addFilterAfter(new CallerFilter(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    SignInProvider signInProvider(SigningIn signingIn) {
        return new SignInProvider(signingIn);
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
