package org.nostos.web.transfers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.transfers.ArrivalKeeping;
import org.nostos.transfers.ArrivalKeeping.Look;
import org.nostos.transfers.Handover;
import org.nostos.transfers.Handover.Goods;
import org.nostos.transfers.LineEvent;
import org.nostos.transfers.Receipt.Sides;
import org.nostos.transfers.TransferStep;
import org.nostos.transfers.Withdrawing;
import org.nostos.web.Dates;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The steps of a transfer after departure: the receipt, who came or came back, and how they were found.
@Controller
class HandoverPages {

    private final Handover handover;
    private final ArrivalKeeping receiving;
    private final Dates dates;

    HandoverPages(Handover handover, ArrivalKeeping receiving, Dates dates) {
        this.handover = handover;
        this.receiving = receiving;
        this.dates = dates;
    }

    @PostMapping("/transfers/{transfer}/receipt")
    String draw(
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String giver,
            @RequestParam(defaultValue = "") String giverOffice,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String receiverOffice,
            @RequestParam(defaultValue = "") String witness,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            @RequestParam Map<String, String> all,
            TransferForm form,
            RedirectAttributes next) {
        List<Goods> goods = new ArrayList<>();
        for (UUID line : lines == null ? List.<UUID>of() : lines) {
            goods.add(
                    new Goods(
                            line,
                            all.containsKey("file-" + line),
                            all.getOrDefault("medical-" + line, ""),
                            number(all.getOrDefault("evidence-" + line, ""))));
        }
        return said(
                handover.draw(
                        step(transfer, form),
                        new Sides(giver, giverOffice, receiver, receiverOffice, witness, place),
                        goods),
                transfer,
                form,
                next);
    }

    private static int number(String text) {
        return text.isBlank()
                ? 0
                : text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : -1;
    }

    @PostMapping("/transfers/{transfer}/handed-over")
    String confirm(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable LocalDateTime at,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                handover.confirm(
                        step(transfer, form), at == null ? null : at.toInstant(ZoneOffset.UTC)),
                transfer,
                form,
                next);
    }

    @PostMapping("/transfers/{transfer}/received")
    String receive(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                receiving.receive(step(transfer, form), lines == null ? List.of() : lines),
                transfer,
                form,
                next);
    }

    @PostMapping("/transfers/{transfer}/looked")
    String follow(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            @RequestParam LineEvent.Found found,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String findings,
            @RequestParam(required = false, name = "next")
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate again,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                receiving.follow(
                        step(transfer, form),
                        lines == null ? List.of() : lines,
                        new Look(found, who, findings, again)),
                transfer,
                form,
                next);
    }

    @PostMapping("/transfers/{transfer}/turned-back")
    String turnBack(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            @RequestParam LineEvent.Why why,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                receiving.turnBack(step(transfer, form), lines == null ? List.of() : lines, why),
                transfer,
                form,
                next);
    }

    /// Some died on the way, or escaped.
    @PostMapping("/transfers/{transfer}/lost")
    String lost(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            @RequestParam Lost what,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                receiving.lost(
                        step(transfer, form),
                        lines == null ? List.of() : lines,
                        LineEvent.Kind.valueOf(what.name())),
                transfer,
                form,
                next);
    }

    /// What can become of somebody on the way.
    public enum Lost {
        DIED,
        ESCAPED
    }

    @PostMapping("/transfers/{transfer}/all-turned-back")
    String turnBackAll(
            @PathVariable UUID transfer,
            @RequestParam Withdrawing.Cancelled why,
            TransferForm form,
            RedirectAttributes next) {
        return said(receiving.turnBackAll(step(transfer, form), why), transfer, form, next);
    }

    private TransferStep step(UUID transfer, TransferForm form) {
        return form.step(transfer, dates.today());
    }

    private static String said(
            List<Obstacle> obstacles, UUID transfer, TransferForm form, RedirectAttributes next) {
        return Outcome.of(obstacles, "/transfers/" + transfer, form, next);
    }
}
