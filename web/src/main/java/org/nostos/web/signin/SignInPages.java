package org.nostos.web.signin;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Door.Invitation;
import org.nostos.parties.OneTimeLinks;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page to sign in, and the page that a one-time link opens.
@Controller
class SignInPages {

    private final OneTimeLinks links;

    SignInPages(OneTimeLinks links) {
        this.links = links;
    }

    @GetMapping("/login")
    String login(
            @RequestParam Optional<String> error,
            @RequestParam Optional<String> out,
            @RequestParam Optional<String> welcome,
            @RequestParam Optional<String> ended,
            @RequestParam Optional<String> late,
            HttpSession session,
            Model model) {
        Object failure = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        boolean closed = failure instanceof DoorClosed;
        model.addAttribute("refused", error.isPresent() && !closed);
        model.addAttribute(
                "wait",
                error.isPresent() && failure instanceof DoorClosed door ? door.seconds() : null);
        model.addAttribute("late", late.isPresent());
        model.addAttribute("out", out.isPresent());
        model.addAttribute("welcomed", welcome.isPresent());
        model.addAttribute("ended", ended.isPresent());
        return "login";
    }

    @GetMapping("/welcome")
    String welcome(@RequestParam(name = "link", defaultValue = "") String token, Model model) {
        return welcomePage(token, new Founding("", "", ""), List.of(), model);
    }

    /// What the first administrator typed, but for the password.
    record Founding(String committee, String login, String displayName) {}

    @PostMapping("/welcome")
    String accept(
            @RequestParam("link") String token,
            @RequestParam Optional<String> committee,
            @RequestParam Optional<String> login,
            @RequestParam Optional<String> displayName,
            @RequestParam String password,
            @RequestParam String again,
            Model model) {
        Founding typed =
                new Founding(committee.orElse(""), login.orElse(""), displayName.orElse(""));
        List<Obstacle> obstacles =
                password.equals(again)
                        ? open(token, typed, password)
                        : List.of(Obstacle.of("obstacle.parties.passwords-differ"));
        return obstacles.isEmpty()
                ? "redirect:/login?welcome"
                : welcomePage(token, typed, obstacles, model);
    }

    private List<Obstacle> open(String token, Founding typed, String password) {
        boolean first = links.lookAt(token).map(Invitation::first).orElse(false);
        return first
                ? links.found(
                        token, typed.committee(), typed.login(), typed.displayName(), password)
                : links.accept(token, password);
    }

    private String welcomePage(
            String token, Founding typed, List<Obstacle> obstacles, Model model) {
        @Nullable Invitation invitation = links.lookAt(token).orElse(null);
        model.addAttribute("token", token);
        model.addAttribute("invitation", invitation);
        model.addAttribute("typed", typed);
        model.addAttribute("obstacles", obstacles);
        model.addAttribute("passwordLength", OneTimeLinks.PASSWORD_LENGTH);
        return "welcome";
    }
}
