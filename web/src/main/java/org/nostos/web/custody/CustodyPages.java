package org.nostos.web.custody;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.Role;
import org.nostos.custody.Authorities;
import org.nostos.custody.ConsularChoice;
import org.nostos.custody.CustodyFile;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.LegalGround;
import org.nostos.custody.Right;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One person's custody, on a day and as known at a moment.
@Controller
class CustodyPages {

    private final CustodyKeeping custody;
    private final FacilityKeeping facilities;
    private final Authorities authorities;
    private final People people;

    CustodyPages(
            CustodyKeeping custody,
            FacilityKeeping facilities,
            Authorities authorities,
            People people) {
        this.custody = custody;
        this.facilities = facilities;
        this.authorities = authorities;
        this.people = people;
    }

    @GetMapping("/cases/{person}/custody")
    String custody(@PathVariable UUID person, Times times, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        CustodyFile found = custody.file(ids(file), times.at());
        model.addAttribute("file", file);
        model.addAttribute("custody", found);
        model.addAttribute("steps", steps(found, times));
        model.addAttribute("acts", times.areNow() && Caller.required().role() == Role.CASE_OFFICER);
        model.addAttribute("facilities", facilities.all());
        model.addAttribute("authorities", authorities.known());
        model.addAttribute("grounds", LegalGround.values());
        model.addAttribute("rights", Right.values());
        model.addAttribute("wishes", ConsularChoice.Wish.values());
        if (!model.containsAttribute("kept")) {
            model.addAttribute("kept", Kept.NOTHING);
        }
        return "custody";
    }

    /// The ids under which the person is known, the one who leads first.
    static List<UUID> ids(PersonFile file) {
        return file.persons().stream().map(Person::id).toList();
    }

    /// What the state allows and the reader may record.
    private static List<CustodyKind> steps(CustodyFile found, Times times) {
        Role role = Caller.required().role();
        return !times.areNow()
                ? List.of()
                : Arrays.stream(CustodyKind.values())
                        .filter(kind -> found.track().status().allows(kind))
                        .filter(kind -> kind.isFor(role) && !kind.isOfTransfers())
                        .toList();
    }
}
