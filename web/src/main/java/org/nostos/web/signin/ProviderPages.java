package org.nostos.web.signin;

import jakarta.servlet.http.HttpSession;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Door.Invitation;
import org.nostos.parties.Door.Invitation.Opens;
import org.nostos.parties.OneTimeLinks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in with a provider of identity: the way to it, what it came to, and the one-time link by
/// which an account is bound.
@Controller
class ProviderPages {

    private static final Set<String> REFUSALS =
            Set.of("unknown", "not-bound", "refused", "unreachable");

    private final OneTimeLinks links;
    private final @Nullable IdentityProvider provider;

    ProviderPages(OneTimeLinks links, ObjectProvider<IdentityProvider> provider) {
        this.links = links;
        this.provider = provider.getIfAvailable();
    }

    /// Sends the browser to the provider, or says why nobody was signed in.
    @GetMapping("/login/provider")
    String provider(@RequestParam Optional<String> why, Model model) {
        if (provider == null) {
            throw new NoSuchElementException("there is no provider of identity here");
        }
        if (why.isEmpty() && provider.isReachable()) {
            return "redirect:/oauth2/authorization/provider";
        }
        model.addAttribute("why", why.filter(REFUSALS::contains).orElse("unreachable"));
        return "provider-refused";
    }

    @GetMapping("/welcome/provider")
    String welcome(@RequestParam(name = "link", defaultValue = "") String token, Model model) {
        return page(token, false, model);
    }

    @PostMapping("/welcome/provider")
    String agree(
            @RequestParam(name = "link", defaultValue = "") String token,
            HttpSession session,
            Model model) {
        boolean open = login(token).isPresent();
        if (open) {
            session.setAttribute(ProviderArrival.LINK, token);
        }
        return page(token, open, model);
    }

    private String page(String token, boolean agreed, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("login", login(token).orElse(null));
        model.addAttribute("agreed", agreed);
        return "welcome-provider";
    }

    private Optional<String> login(String token) {
        return provider == null
                ? Optional.empty()
                : links.lookAt(token)
                        .filter(invitation -> invitation.opens() == Opens.PROVIDER)
                        .map(Invitation::login);
    }

    /// Gives every page the provider's name, when there is a provider.
    @ControllerAdvice
    static class Name {

        private final @Nullable String name;

        Name(ObjectProvider<IdentityProvider> provider) {
            this.name =
                    Optional.ofNullable(provider.getIfAvailable())
                            .map(IdentityProvider::name)
                            .orElse(null);
        }

        @ModelAttribute("provider")
        @Nullable String name() {
            return name;
        }
    }
}
