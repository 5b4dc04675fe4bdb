package org.nostos.web.model;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.LinkingProgress;
import org.nostos.identity.ModelAdoption;
import org.nostos.identity.ModelKeeping;
import org.nostos.identity.ModelKeeping.Forwarding;
import org.nostos.identity.ModelTrial;
import org.nostos.identity.ModelVersion;
import org.nostos.identity.TrialPair;
import org.nostos.identity.TrialPairFile;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The model in use, the models before it, and those put forward.
@Controller
class ModelPages {

    private static final int MOST = 10_000;

    private final ModelKeeping keeping;
    private final Listings listings;
    private final ModelColumns columns;

    ModelPages(ModelKeeping keeping, Listings listings, ModelColumns columns) {
        this.keeping = keeping;
        this.listings = listings;
        this.columns = columns;
    }

    @GetMapping("/model")
    Object model(Asked asked, Model model) {
        ModelAdoption inUse = keeping.inUse().orElse(null);
        model.addAttribute("inUse", inUse);
        model.addAttribute("table", inUse == null ? null : ModelTable.of(inUse.model().model()));
        model.addAttribute("used", used());
        model.addAttribute("keeps", keeps());
        model.addAttribute("job", running());
        return listings.answer(
                "model",
                model,
                listings.of(
                        asked.in("trials"),
                        "trials",
                        Purpose.IDENTITY_REVIEW,
                        ModelColumns.trials(used()),
                        keeping.trials(MOST)),
                listings.of(
                        asked,
                        "history",
                        Purpose.IDENTITY_REVIEW,
                        columns.history(keeps()),
                        keeping.history(MOST)));
    }

    /// The trial that is being worked out, as a part of the page that is asked for again.
    @GetMapping("/model/progress")
    String progress(Model model) {
        model.addAttribute("job", running());
        return "model :: trying";
    }

    @GetMapping("/model/versions/{model}")
    ResponseEntity<String> parameters(@PathVariable UUID model) {
        ModelVersion version = keeping.byId(model).orElseThrow(NoSuchElementException::new);
        ContentDisposition saved =
                ContentDisposition.attachment()
                        .filename("nostos-model-" + version.shortHash() + ".json")
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(version.parameters());
    }

    @PostMapping("/model/retrain")
    String retrain(@RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return forwarded(keeping.retrain(reason), next);
    }

    @PostMapping(path = "/model/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next)
            throws IOException {
        byte[] bytes =
                file.getSize() > ModelKeeping.LARGEST
                        ? new byte[ModelKeeping.LARGEST + 1]
                        : file.getBytes();
        return forwarded(keeping.upload(bytes, reason), next);
    }

    @PostMapping("/model/versions/{model}/again")
    String again(
            @PathVariable UUID model,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return forwarded(keeping.goBack(model, reason), next);
    }

    @GetMapping("/model/trials/{trial}")
    String trial(@PathVariable UUID trial, Model model) {
        ModelTrial found = keeping.trial(trial).orElseThrow(NoSuchElementException::new);
        model.addAttribute("trial", found);
        model.addAttribute("state", found.state(used()));
        model.addAttribute("samples", samples(trial));
        model.addAttribute("mine", found.account().equals(Caller.required().account()));
        model.addAttribute("keeps", keeps());
        model.addAttribute("job", running());
        return "model-trial";
    }

    @GetMapping("/model/trials/{trial}/pairs/{kind}/{place}")
    String pair(
            @PathVariable UUID trial,
            @PathVariable TrialPair.Kind kind,
            @PathVariable int place,
            Model model) {
        TrialPairFile file =
                keeping.pair(trial, kind, place).orElseThrow(NoSuchElementException::new);
        model.addAttribute("trial", trial);
        model.addAttribute("file", file);
        model.addAttribute("weighed", TwoWeighings.of(file));
        return "model-pair";
    }

    @PostMapping("/model/trials/{trial}/adopt")
    String adopt(
            @PathVariable UUID trial,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        String to = said(keeping.adopt(trial, reason), "model.adopted", trial, next);
        keeping.wake();
        return to;
    }

    @PostMapping("/model/trials/{trial}/set-aside")
    String setAside(
            @PathVariable UUID trial,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(keeping.setAside(trial, reason), "model.set-aside", trial, next);
    }

    /// The database met an act that another had overtaken.
    @ExceptionHandler(DataAccessException.class)
    ModelAndView overtaken() {
        return new ModelAndView("error", Map.of("shown", 409), HttpStatus.CONFLICT);
    }

    private String forwarded(Forwarding came, RedirectAttributes next) {
        UUID trial = came.trial();
        if (trial == null) {
            Said.refused(next, came.obstacles());
            return "redirect:/model";
        }
        keeping.wake();
        Said.done(next, "model.put-forward");
        return "redirect:/model/trials/" + trial;
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID trial, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/model/trials/" + trial;
    }

    private Map<TrialPair.Kind, List<TrialPair>> samples(UUID trial) {
        Map<TrialPair.Kind, List<TrialPair>> byKind = new LinkedHashMap<>();
        List<TrialPair> pairs = keeping.pairs(trial);
        for (TrialPair.Kind kind : TrialPair.Kind.values()) {
            List<TrialPair> ofKind = pairs.stream().filter(p -> p.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                byKind.put(kind, ofKind);
            }
        }
        return byKind;
    }

    private @Nullable UUID used() {
        return keeping.inUse().map(one -> one.model().id()).orElse(null);
    }

    private @Nullable LinkingProgress running() {
        LinkingProgress now = keeping.progress();
        return now.running() ? now : null;
    }

    private static boolean keeps() {
        Role role = Caller.required().role();
        return role == Role.ADMINISTRATOR || role == Role.SECOND_REVIEWER;
    }
}
