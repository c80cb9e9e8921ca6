package io.commonplace.pages;

import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.WrittenTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Ticks the tasks of a page without its editor. */
@ApplicationScoped
public class Tasks {
    @Inject
    private PageStore store;

    @Inject
    private Renderer renderer;

    @Inject
    private PageRenderer pageRenderer;

    @Inject
    private Access access;

    /**
     * Ticks and unticks tasks, in a new minor revision. The page stays locked meanwhile: two people who tick at once both
     * succeed.
     *
     * @param path the page's current or former path
     * @return whether there is a new revision; there is none if all of it was so already
     * @throws Refusal if a task is not on the page any more; nothing is changed then
     */
    @Writes
    public boolean tick(Viewer viewer, SpaceHead space, String path, TaskChoice choice) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        Page page = store.findOrMoved(space.id(), path).orElseThrow(() -> new Refusal("task.page"));
        store.lock(page);
        String latest = store.markdown(page);
        TaskTicks ticks =
                new TaskTicks(renderer.tasks(store.markdown(page, choice.revision())), renderer.tasks(latest));
        String markdown = ticks.in(latest, choice);
        if (markdown.equals(latest)) {
            return false;
        }
        PageText text = new PageText(page.title(), markdown, comment(ticks.changed()), true);
        PageRendering rendering = pageRenderer.render(space, page.sourcePath(), text);
        store.revise(page, page.title(), PageStore.NewText.of(text, rendering), Author.of(viewer));
        store.checkLinks(List.of(page.id()));
        return true;
    }

    private static String comment(List<WrittenTask> changed) {
        if (changed.size() > 1) {
            return Messages.text("task.comment.several", changed.size());
        }
        WrittenTask task = changed.get(0);
        return Messages.text(task.done() ? "task.comment.done" : "task.comment.toDo", task.text());
    }
}
