package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import io.commonplace.rendering.WrittenTask;
import java.util.ArrayList;
import java.util.List;

/**
 * Ticks tasks in a page's latest text as somebody has ticked them on an earlier revision. A task is the same one if it has the
 * same words, and of several with the same words if it is the same in their order.
 */
final class TaskTicks {
    private final List<WrittenTask> shown;
    private final List<WrittenTask> latest;
    private final List<WrittenTask> changed = new ArrayList<>();

    /**
     * @param shown the tasks of the revision that the person has seen
     * @param latest those of the latest one
     */
    TaskTicks(List<WrittenTask> shown, List<WrittenTask> latest) {
        this.shown = List.copyOf(shown);
        this.latest = List.copyOf(latest);
    }

    /**
     * Ticks and unticks tasks.
     *
     * @return the latest text with these changes
     * @throws Refusal if a task is not there any more, or it can't be told which one it is
     */
    String in(String markdown, TaskChoice choice) {
        StringBuilder text = new StringBuilder(markdown);
        choice.wanted().forEach((number, done) -> {
            WrittenTask seen = seen(number);
            if (!choice.whole() || seen.done() != done) {
                tick(text, find(seen), done);
            }
        });
        return text.toString();
    }

    private void tick(StringBuilder text, WrittenTask task, boolean done) {
        if (task.done() != done) {
            text.setCharAt(task.place(), done ? 'x' : ' ');
            changed.add(new WrittenTask(task.place(), done, task.text()));
        }
    }

    /** What the last call has changed, as it is now. */
    List<WrittenTask> changed() {
        return List.copyOf(changed);
    }

    private WrittenTask seen(int number) {
        if (number < 0 || number >= shown.size()) {
            throw new Refusal("task.unknown");
        }
        return shown.get(number);
    }

    private WrittenTask find(WrittenTask seen) {
        List<WrittenTask> before = like(seen, shown);
        List<WrittenTask> now = like(seen, latest);
        if (now.size() != before.size()) {
            throw new Refusal("task.changed", seen.text());
        }
        WrittenTask task = now.get(before.indexOf(seen));
        if (task.place() < 0) {
            throw new Refusal("task.hidden", seen.text());
        }
        return task;
    }

    private static List<WrittenTask> like(WrittenTask task, List<WrittenTask> among) {
        return among.stream().filter(other -> other.text().equals(task.text())).toList();
    }
}
