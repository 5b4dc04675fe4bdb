package org.nostos.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Caller;
import org.nostos.parties.SecondFactorKeeping;
import org.nostos.parties.SecondFactors;
import org.nostos.parties.SecondFactors.Enrolling;
import org.nostos.web.Said;
import org.nostos.web.signin.EnrolForm;
import org.nostos.web.signin.Visitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own second factor: setting it up, and new recovery codes. The codes are shown once.
@Controller
class SecondFactorPages {

    private static final String PAGE = "redirect:/account/second-factor";

    private final SecondFactors factors;
    private final SecondFactorKeeping keeping;

    SecondFactorPages(SecondFactors factors, SecondFactorKeeping keeping) {
        this.factors = factors;
        this.keeping = keeping;
    }

    @GetMapping("/account/second-factor")
    String secondFactor(HttpServletRequest request, Model model) {
        boolean mine = factors.mine();
        model.addAttribute("mine", mine);
        model.addAttribute("codesLeft", keeping.recoveryCodesLeft());
        if (!mine) {
            byte[] secret = factors.newSecret();
            request.getSession().setAttribute(EnrolForm.SECRET, secret);
            model.addAttribute("enrol", EnrolForm.of(secret, Caller.required().displayName()));
        }
        return "second-factor";
    }

    @PostMapping("/account/second-factor")
    String enrol(
            @RequestParam(defaultValue = "") String code,
            @SessionAttribute(name = EnrolForm.SECRET, required = false) byte @Nullable [] secret,
            HttpServletRequest request,
            RedirectAttributes flash,
            Model model) {
        if (secret == null) {
            return PAGE;
        }
        Enrolling enrolling = factors.enrol(secret, code);
        if (enrolling instanceof Enrolling.Refused refused && !factors.mine()) {
            model.addAttribute("mine", false);
            model.addAttribute("enrol", EnrolForm.of(secret, Caller.required().displayName()));
            model.addAttribute("obstacles", refused.obstacles());
            return "second-factor";
        }
        request.getSession().removeAttribute(EnrolForm.SECRET);
        return shown(enrolling, flash);
    }

    @PostMapping("/account/recovery-codes")
    String renew(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return shown(factors.renewRecoveryCodes(code, Visitors.of(request)), flash);
    }

    private static String shown(Enrolling enrolling, RedirectAttributes flash) {
        switch (enrolling) {
            case Enrolling.Enrolled enrolled ->
                    flash.addFlashAttribute("recoveryCodes", enrolled.recoveryCodes());
            case Enrolling.Refused(List<Obstacle> obstacles) -> Said.refused(flash, obstacles);
        }
        return PAGE;
    }
}
