package org.nostos.web.transfers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.People;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.transfers.Departing;
import org.nostos.transfers.EscortKind;
import org.nostos.transfers.LineEvent;
import org.nostos.transfers.Manifesting;
import org.nostos.transfers.Planning;
import org.nostos.transfers.Receipt;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.TransferFile;
import org.nostos.transfers.TransferReading;
import org.nostos.transfers.TransferStep;
import org.nostos.transfers.Withdrawing;
import org.nostos.web.Dates;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One transfer: who is on it, what is missing, and the steps up to departure.
@Controller
class TransferPages {

    private final TransferReading reading;
    private final Planning planning;
    private final Withdrawing withdrawing;
    private final Manifesting manifests;
    private final Departing departing;
    private final People people;
    private final Dates dates;

    TransferPages(
            TransferReading reading,
            Planning planning,
            Withdrawing withdrawing,
            Manifesting manifests,
            Departing departing,
            People people,
            Dates dates) {
        this.reading = reading;
        this.planning = planning;
        this.withdrawing = withdrawing;
        this.manifests = manifests;
        this.departing = departing;
        this.people = people;
        this.dates = dates;
    }

    @GetMapping("/transfers/{transfer}")
    String page(@PathVariable UUID transfer, Model model) {
        TransferFile file = reading.file(transfer).orElseThrow(NoSuchElementException::new);
        Role role = Caller.required().role();
        UUID me = Caller.required().account();
        model.addAttribute("file", file);
        model.addAttribute("officer", role == Role.CASE_OFFICER);
        model.addAttribute("legal", role == Role.LEGAL_REVIEWER);
        model.addAttribute("today", dates.today());
        model.addAttribute("goods", Receipt.Kind.values());
        model.addAttribute("founds", LineEvent.Found.values());
        model.addAttribute(
                "awaited",
                file.rows().stream()
                        .anyMatch(row -> row.passenger().standing().state().isAwaited()));
        model.addAttribute(
                "received",
                file.rows().stream()
                        .anyMatch(row -> row.passenger().standing().received() != null));
        model.addAttribute("secondHand", isSecondHand(file, me));
        model.addAttribute("whys", LineEvent.Why.values());
        model.addAttribute("cancels", Withdrawing.Cancelled.values());
        model.addAttribute("escorts", EscortKind.values());
        model.addAttribute("leaves", Arrays.stream(Kind.values()).filter(Kind::isLeave).toList());
        if (!model.containsAttribute("kept")) {
            model.addAttribute("kept", new TransferForm(null, null, null, null, null));
        }
        return "transfer";
    }

    private static boolean isSecondHand(TransferFile file, UUID me) {
        return !file.drafters().contains(me)
                && file.standing()
                        .last(Kind.FREEZE_PROPOSED)
                        .filter(one -> !one.account().equals(me))
                        .isPresent();
    }

    @PostMapping("/transfers/{transfer}/people")
    String add(
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String number,
            TransferForm form,
            RedirectAttributes next) {
        Optional<Person> person = people.numbered(number.strip());
        return said(
                person.isEmpty()
                        ? List.of(Obstacle.of("obstacle.transfer.nobody"))
                        : planning.add(step(transfer, form), person.get().id()),
                transfer,
                form,
                next);
    }

    @PostMapping("/transfers/{transfer}/agreed")
    String agree(
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String office,
            TransferForm form,
            RedirectAttributes next) {
        return said(planning.agree(step(transfer, form), who, office), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/postponed")
    String postpone(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            TransferForm form,
            RedirectAttributes next) {
        return said(planning.postpone(step(transfer, form), day), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/leave")
    String leave(
            @PathVariable UUID transfer,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            TransferForm form,
            RedirectAttributes next) {
        StateCode of = state.strip().matches("[A-Z]{3}") ? new StateCode(state.strip()) : null;
        return said(planning.leave(step(transfer, form), kind, of, until), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/escorts")
    String escort(
            @PathVariable UUID transfer,
            @RequestParam EscortKind kind,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String office,
            TransferForm form,
            RedirectAttributes next) {
        return said(planning.escort(step(transfer, form), kind, who, office), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/taken-back")
    String takeBack(
            @PathVariable UUID transfer,
            @RequestParam UUID event,
            TransferForm form,
            RedirectAttributes next) {
        return said(planning.takeBack(step(transfer, form), event), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/seats")
    String seats(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @Nullable Integer seats,
            TransferForm form,
            RedirectAttributes next) {
        return said(planning.seats(step(transfer, form), seats), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/lines/{line}/withdrawn")
    String withdraw(
            @PathVariable UUID transfer,
            @PathVariable UUID line,
            @RequestParam LineEvent.Why why,
            TransferForm form,
            RedirectAttributes next) {
        return said(withdrawing.withdraw(step(transfer, form), line, why), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/lines/{line}/split-ordered")
    String orderSplit(
            @PathVariable UUID transfer,
            @PathVariable UUID line,
            TransferForm form,
            RedirectAttributes next) {
        return said(withdrawing.orderSplit(step(transfer, form), line), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/cancelled")
    String cancel(
            @PathVariable UUID transfer,
            @RequestParam Withdrawing.Cancelled why,
            TransferForm form,
            RedirectAttributes next) {
        return said(withdrawing.cancel(step(transfer, form), why), transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/manifest")
    String manifest(
            @PathVariable UUID transfer,
            @RequestParam Kind kind,
            TransferForm form,
            RedirectAttributes next) {
        TransferStep step = step(transfer, form);
        List<Obstacle> obstacles =
                switch (kind) {
                    case FREEZE_PROPOSED -> manifests.propose(step);
                    case FROZEN -> manifests.freeze(step);
                    case RETURNED -> manifests.giveBack(step);
                    default -> throw new NoSuchElementException("no step of a manifest");
                };
        return said(obstacles, transfer, form, next);
    }

    @PostMapping("/transfers/{transfer}/departed")
    String depart(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable LocalDateTime at,
            @RequestParam(defaultValue = "") String place,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                departing.depart(
                        step(transfer, form),
                        at == null ? null : at.toInstant(ZoneOffset.UTC),
                        place),
                transfer,
                form,
                next);
    }

    private TransferStep step(UUID transfer, TransferForm form) {
        return form.step(transfer, dates.today());
    }

    private static String said(
            List<Obstacle> obstacles, UUID transfer, TransferForm form, RedirectAttributes next) {
        return Outcome.of(obstacles, "/transfers/" + transfer, form, next);
    }
}
