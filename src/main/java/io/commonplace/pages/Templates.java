package io.commonplace.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Texts to begin a new page with: those that come with the application, and a space's own, which are the pages below its page
 * {@value #FOLDER}. It checks no rights; whoever may view a space may read its templates.
 */
@ApplicationScoped
public class Templates {
    /** The path of the page whose children are templates. */
    public static final String FOLDER = "templates";

    private static final Set<String> BUILT_IN = Set.of("meeting", "decision", "runbook", "how-to");

    @Inject
    private PageReader pageReader;

    @Inject
    private TreeReader treeReader;

    @Inject
    private RevisionQueries revisions;

    /** The space's own ones, sorted by title; of more than {@value Branch#LIMIT} the first ones. */
    public List<TreeNode> own(SpaceHead space) {
        return pageReader
                .page(space.id(), FOLDER)
                .map(folder -> treeReader.path(space, folder).below().children())
                .orElse(List.of());
    }

    /**
     * A template's text, with its variables.
     *
     * @param name of a built-in one, or the path of the space's own page
     * @return empty if there is no such template
     */
    public Optional<String> text(SpaceHead space, String name) {
        if (BUILT_IN.contains(name)) {
            return Optional.of(builtIn(name));
        }
        return name.startsWith(FOLDER + "/") ? pageReader.page(space.id(), name).map(this::markdown) : Optional.empty();
    }

    private String markdown(PageHead page) {
        return revisions.revision(page.id(), page.revisionNumber()).getMarkdown();
    }

    private static String builtIn(String name) {
        try (InputStream file = Templates.class.getResourceAsStream("template-" + name + ".md")) {
            if (file == null) {
                throw new IllegalStateException("No text of the template " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
