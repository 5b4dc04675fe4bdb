package org.nostos.web.tasks;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.identity.MeantByName;
import org.nostos.identity.MeantByName.Meant;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.tasks.Finding;
import org.nostos.tasks.TaskFile;
import org.nostos.tasks.TaskKeeping;
import org.nostos.tasks.TaskLine;
import org.nostos.tasks.Tasks.Question;
import org.nostos.tasks.Tasks.Which;
import org.nostos.web.Said;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.nostos.web.listing.Paged;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The tasks, and what is done with one of them.
@Controller
class TasksPages {

    private final TaskKeeping tasks;
    private final People people;
    private final MeantByName meant;
    private final Listings listings;
    private final List<Column<TaskLine>> columns;

    TasksPages(
            TaskKeeping tasks, People people, MeantByName meant, Listings listings, Values values) {
        this.tasks = tasks;
        this.people = people;
        this.meant = meant;
        this.listings = listings;
        this.columns = TaskColumns.of(values);
    }

    @GetMapping("/tasks")
    Object tasks(@RequestParam(defaultValue = "OPEN") Which which, Asked asked, Model model) {
        Map<Which, Long> counts = tasks.counts();
        model.addAttribute("which", which);
        model.addAttribute("parts", Which.values());
        model.addAttribute("counts", counts);
        Set<UUID> persons = null;
        if (!asked.words().isEmpty()) {
            Meant found = meant.persons(asked.words());
            persons = found.persons();
            model.addAttribute("narrow", found.more());
        }
        Paged<TaskLine> rows =
                paged(TaskColumns.question(which, asked, persons), counts.getOrDefault(which, 0L));
        return listings.answer(
                "tasks",
                model,
                listings.of(asked, "tasks", Purpose.CASEWORK, columns, Map.of(), rows));
    }

    private Paged<TaskLine> paged(Question question, long whole) {
        return new Paged<>() {
            @Override
            public List<TaskLine> rows(int offset, int most) {
                return tasks.page(question, offset, most);
            }

            @Override
            public long total() {
                return question.persons() == null ? whole : tasks.count(question);
            }

            @Override
            public long whole() {
                return whole;
            }
        };
    }

    @GetMapping("/tasks/{task}")
    String task(@PathVariable UUID task, Model model) {
        TaskFile file = tasks.file(task).orElseThrow(NoSuchElementException::new);
        PersonFile person =
                people.file(file.line().task().person()).orElseThrow(NoSuchElementException::new);
        model.addAttribute("file", file);
        model.addAttribute("known", Known.of(file.line().task(), person));
        model.addAttribute("findings", Finding.values());
        model.addAttribute("me", Caller.required().account());
        return "task";
    }

    @PostMapping("/tasks/{task}/assign")
    String assign(
            @PathVariable UUID task,
            @RequestParam(required = false) @Nullable UUID assignee,
            RedirectAttributes next) {
        return said(tasks.assign(task, assignee), "task.assigned", task, next);
    }

    @PostMapping("/tasks/{task}/close")
    String close(
            @PathVariable UUID task,
            @RequestParam Finding finding,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        return said(tasks.close(task, finding, source, note), "task.closed", task, next);
    }

    @PostMapping("/tasks/{task}/reopen")
    String reopen(
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(tasks.reopen(task, reason), "task.reopened", task, next);
    }

    /// Somebody else closed or reopened it meanwhile.
    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView overtaken() {
        return new ModelAndView("error", java.util.Map.of("shown", 409), HttpStatus.CONFLICT);
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID task, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/tasks/" + task;
    }
}
