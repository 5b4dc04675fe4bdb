package org.nostos.web.users;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Account;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.ProviderKeeping;
import org.nostos.parties.SecondFactorKeeping;
import org.nostos.parties.Sessions;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// One account, for the administrator: where it is signed in, its second factor, and who it is at the
/// provider of identity.
@Controller
class UserPages {

    private final AccountKeeping accounts;
    private final Sessions sessions;
    private final SecondFactorKeeping factors;
    private final ProviderKeeping provider;

    UserPages(
            AccountKeeping accounts,
            Sessions sessions,
            SecondFactorKeeping factors,
            ProviderKeeping provider) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.provider = provider;
    }

    @GetMapping("/users/accounts/{account}")
    String user(@PathVariable UUID account, Model model) {
        model.addAttribute("account", known(account));
        model.addAttribute("sessions", sessions.of(account));
        model.addAttribute("secondFactor", factors.having().contains(account));
        model.addAttribute("bound", provider.bound().contains(account));
        return "user";
    }

    @PostMapping("/users/accounts/{account}/sessions/{session}/end")
    String end(@PathVariable UUID account, @PathVariable UUID session, RedirectAttributes flash) {
        if (sessions.end(account, session)) {
            Said.done(flash, "account.session-ended");
        }
        return page(account);
    }

    @PostMapping("/users/accounts/{account}/sessions/end")
    String endAll(@PathVariable UUID account, RedirectAttributes flash) {
        Said.done(flash, "account.sessions-ended", sessions.endOthers(account));
        return page(account);
    }

    @PostMapping("/users/accounts/{account}/second-factor/reset")
    String reset(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return afterwards(
                account,
                reason.isBlank() ? needsReason() : factors.reset(account, reason.strip()),
                "user.second-factor-reset",
                flash);
    }

    @PostMapping("/users/accounts/{account}/provider/invite")
    String invite(@PathVariable UUID account, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/welcome/provider")
                        .queryParam("link", provider.invite(account))
                        .toUriString());
        return page(account);
    }

    @PostMapping("/users/accounts/{account}/provider/unbind")
    String unbind(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return afterwards(
                account,
                reason.isBlank() ? needsReason() : provider.unbind(account, reason.strip()),
                "user.provider-unbound",
                flash);
    }

    private Account known(UUID account) {
        return accounts.accounts().stream()
                .filter(known -> known.id().equals(account))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no such account: " + account));
    }

    private static String afterwards(
            UUID account, List<Obstacle> obstacles, String done, RedirectAttributes flash) {
        if (obstacles.isEmpty()) {
            Said.done(flash, done);
        } else {
            Said.refused(flash, obstacles);
        }
        return page(account);
    }

    private static List<Obstacle> needsReason() {
        return List.of(Obstacle.of("obstacle.parties.reason-needed"));
    }

    private static String page(UUID account) {
        return "redirect:/users/accounts/" + account;
    }
}
