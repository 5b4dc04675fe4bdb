package org.nostos.web.users;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.parties.Account;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Party;
import org.nostos.parties.PartyKind;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Parties and accounts, for the administrator alone.
@Controller
class UsersPages {

    private static final List<Column<Account>> ACCOUNTS =
            List.of(
                    Column.text("name", "users.name", Account::displayName),
                    Column.text("login", "users.login", Account::login),
                    Column.<Account>text("party", "users.party", Account::partyName).choice(),
                    Column.word("role", "users.role", "role.", Account::role),
                    Column.<Account>word("closed", "users.closed", "listing.is.", Account::closed)
                            .fileOnly(),
                    Column.bare("users.do"));

    private static final List<Column<Party>> PARTIES =
            List.of(
                    Column.text("party", "users.party-name", Party::name),
                    Column.word("kind", "users.kind", "party-kind.", Party::kind),
                    Column.text("state", "users.state", Party::state));

    private final AccountKeeping keeping;
    private final Listings listings;

    UsersPages(AccountKeeping keeping, Listings listings) {
        this.keeping = keeping;
        this.listings = listings;
    }

    @GetMapping("/users")
    Object users(Asked asked, Model model) {
        List<Party> parties = keeping.parties();
        model.addAttribute("parties", parties);
        model.addAttribute("kinds", kindsToAdd());
        model.addAttribute("rolesOf", rolesByKind());
        model.addAttribute(
                "roles", Arrays.stream(Role.values()).filter(r -> r != Role.ENGINE).toList());
        return listings.answer(
                "users",
                model,
                listings.of(
                        asked, "accounts", Purpose.ADMINISTRATION, ACCOUNTS, keeping.accounts()),
                listings.of(
                        asked.in("listed"), "listed", Purpose.ADMINISTRATION, PARTIES, parties));
    }

    @PostMapping("/users/parties")
    String addParty(
            @RequestParam PartyKind kind,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String state,
            RedirectAttributes flash) {
        String code = state.strip().toUpperCase(Locale.ROOT);
        if (name.isBlank() || name.length() > 200) {
            return refused(List.of(Obstacle.of("obstacle.parties.party-name")), flash);
        }
        if (!code.isEmpty() && !code.matches("[A-Z]{3}")) {
            return refused(List.of(Obstacle.of("obstacle.parties.state-code")), flash);
        }
        if (kind == PartyKind.COORDINATING_COMMITTEE) {
            return refused(List.of(Obstacle.of("obstacle.parties.one-committee")), flash);
        }
        keeping.addParty(kind, name, code.isEmpty() ? null : new StateCode(code));
        Said.done(flash, "users.party-added", name.strip());
        return "redirect:/users";
    }

    @PostMapping("/users/accounts")
    String open(
            @RequestParam UUID party,
            @RequestParam Role role,
            @RequestParam String login,
            @RequestParam String displayName,
            RedirectAttributes flash) {
        return switch (keeping.open(party, role, login.strip(), displayName)) {
            case Opening.Opened opened -> showLink(opened.token(), flash);
            case Opening.Refused refused -> refused(refused.obstacles(), flash);
        };
    }

    @PostMapping("/users/accounts/{account}/invite")
    String inviteAgain(@PathVariable UUID account, RedirectAttributes flash) {
        return showLink(keeping.inviteAgain(account), flash);
    }

    @PostMapping("/users/accounts/{account}/close")
    String close(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        List<Obstacle> obstacles =
                reason.isBlank()
                        ? List.of(Obstacle.of("obstacle.parties.close-reason"))
                        : keeping.close(account, reason.strip());
        if (!obstacles.isEmpty()) {
            return refused(obstacles, flash);
        }
        Said.done(flash, "users.account-closed");
        return "redirect:/users";
    }

    private static String showLink(String token, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/welcome")
                        .queryParam("link", token)
                        .toUriString());
        return "redirect:/users";
    }

    private static String refused(List<Obstacle> obstacles, RedirectAttributes flash) {
        Said.refused(flash, obstacles);
        return "redirect:/users";
    }

    private static List<PartyKind> kindsToAdd() {
        return Arrays.stream(PartyKind.values())
                .filter(kind -> kind != PartyKind.COORDINATING_COMMITTEE)
                .toList();
    }

    private static Map<PartyKind, Set<Role>> rolesByKind() {
        Map<PartyKind, Set<Role>> roles = new EnumMap<>(PartyKind.class);
        for (PartyKind kind : PartyKind.values()) {
            roles.put(kind, AccountKeeping.rolesOf(kind));
        }
        return roles;
    }
}
