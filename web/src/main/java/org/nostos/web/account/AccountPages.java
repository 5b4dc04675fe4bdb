package org.nostos.web.account;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.nostos.parties.Caller;
import org.nostos.parties.SecondFactorKeeping;
import org.nostos.parties.SecondFactors;
import org.nostos.parties.Sessions;
import org.nostos.web.Said;
import org.nostos.web.signin.Arriving;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own account: where one is signed in, and whether there is a second factor.
@Controller
class AccountPages {

    private final Sessions sessions;
    private final SecondFactors factors;
    private final SecondFactorKeeping keeping;

    AccountPages(Sessions sessions, SecondFactors factors, SecondFactorKeeping keeping) {
        this.sessions = sessions;
        this.factors = factors;
        this.keeping = keeping;
    }

    @GetMapping("/account")
    String account(HttpSession session, Model model) {
        model.addAttribute("sessions", sessions.of(Caller.required().account()));
        model.addAttribute("secondFactor", factors.mine());
        model.addAttribute("codesLeft", keeping.recoveryCodesLeft());
        model.addAttribute("toTell", session.getAttribute(Arriving.TO_TELL));
        session.removeAttribute(Arriving.TO_TELL);
        return "account";
    }

    @PostMapping("/account/sessions/{session}/end")
    String end(@PathVariable UUID session, RedirectAttributes flash) {
        if (sessions.end(Caller.required().account(), session)) {
            Said.done(flash, "account.session-ended");
        }
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(RedirectAttributes flash) {
        int ended = sessions.endOthers(Caller.required().account());
        Said.done(flash, "account.sessions-ended", ended);
        return "redirect:/account";
    }
}
