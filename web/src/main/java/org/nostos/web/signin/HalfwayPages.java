package org.nostos.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Caller;
import org.nostos.parties.HalfSignedIn;
import org.nostos.parties.HalfSignedIn.Next;
import org.nostos.parties.SecondFactors;
import org.nostos.parties.SecondFactors.Enrolling;
import org.nostos.parties.SigningIn.Outcome;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The second step of signing in, for somebody who is halfway: a code, or setting a second factor up.
@Controller
class HalfwayPages {

    private final SecondFactors factors;
    private final Arriving arriving;

    HalfwayPages(SecondFactors factors, Arriving arriving) {
        this.factors = factors;
        this.arriving = arriving;
    }

    @GetMapping("/login/code")
    String code(@AuthenticationPrincipal HalfSignedIn half) {
        return isNot(Next.CODE, half) ? elsewhere(half) : "login-code";
    }

    @PostMapping("/login/code")
    @Nullable String complete(
            @AuthenticationPrincipal HalfSignedIn half,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ServletException {
        if (isNot(Next.CODE, half)) {
            return elsewhere(half);
        }
        return switch (factors.complete(half, code, Visitors.of(request))) {
            case Outcome.SignedIn(Caller caller) -> {
                Authentication whole = SignedIn.wholly(caller);
                arriving.become(whole, request, response);
                arriving.onAuthenticationSuccess(request, response, whole);
                yield null;
            }
            case Outcome.Closed closed -> {
                model.addAttribute("wait", closed.comeBackIn().toSeconds() + 1);
                yield "login-code";
            }
            case Outcome.Refused _, Outcome.HalfWay _ -> {
                model.addAttribute("refused", true);
                yield "login-code";
            }
        };
    }

    @GetMapping("/login/enrol")
    String enrol(
            @AuthenticationPrincipal HalfSignedIn half, HttpServletRequest request, Model model) {
        if (isNot(Next.ENROL, half)) {
            return elsewhere(half);
        }
        byte[] secret = factors.newSecret();
        request.getSession().setAttribute(EnrolForm.SECRET, secret);
        return form(half, secret, List.of(), model);
    }

    @PostMapping("/login/enrol")
    String enrolled(
            @AuthenticationPrincipal HalfSignedIn half,
            @RequestParam(defaultValue = "") String code,
            @SessionAttribute(name = EnrolForm.SECRET, required = false) byte @Nullable [] secret,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        if (isNot(Next.ENROL, half) || secret == null) {
            return elsewhere(half);
        }
        return switch (factors.enrol(half, secret, code, Visitors.of(request))) {
            case Enrolling.Enrolled enrolled -> {
                request.getSession().removeAttribute(EnrolForm.SECRET);
                arriving.become(SignedIn.wholly(enrolled.in()), request, response);
                flash.addFlashAttribute("recoveryCodes", enrolled.recoveryCodes());
                yield "redirect:/account/second-factor";
            }
            case Enrolling.Refused refused -> form(half, secret, refused.obstacles(), model);
        };
    }

    private static boolean isNot(Next step, HalfSignedIn half) {
        return half.isOver() || half.next() != step;
    }

    private static String elsewhere(HalfSignedIn half) {
        return "redirect:" + (half.isOver() ? "/login?late" : Arriving.step(half));
    }

    private static String form(
            HalfSignedIn half, byte[] secret, List<Obstacle> obstacles, Model model) {
        model.addAttribute("enrol", EnrolForm.of(secret, half.displayName()));
        model.addAttribute("obstacles", obstacles);
        return "login-enrol";
    }
}
