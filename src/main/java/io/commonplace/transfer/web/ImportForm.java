package io.commonplace.transfer.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceReaders;
import io.commonplace.pages.Spaces;
import io.commonplace.pages.web.TypedPath;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FormAction;
import io.commonplace.transfer.ImportLimitSettings;
import io.commonplace.transfer.ImportLimits;
import io.commonplace.transfer.ImportPlace;
import io.commonplace.transfer.ImportPlaces;
import io.commonplace.transfer.Imports;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Uploads an archive into an existing or a new space. */
@Named
@RequestScoped
public class ImportForm {
    @Inject
    private Spaces spaces;

    @Inject
    private Imports imports;

    @Inject
    private ImportLimitSettings limitSettings;

    @Inject
    private ImportPlaces places;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private HttpServletRequest request;

    private List<SpaceHead> choices = List.of();
    private String space = "";
    private String below = "";
    private String slug = "";
    private String name = "";
    private String readers = "";
    private @Nullable Part upload;
    private long job;

    @PostConstruct
    void begin() {
        // The menu of a page names it in the address.
        space = sent("choose").isEmpty() ? sent("space") : sent("choose");
        below = sent("page");
        readers = sent("readers");
        load();
        if (choices.stream().noneMatch(choice -> choice.slug().equals(space))) {
            space = "";
        }
    }

    private String sent(String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    private void load() {
        choices = spaces.visible(currentUser.viewer(), SpaceLevel.EDIT);
    }

    /** Looks at the archive first. */
    public void check() throws IOException {
        submit(imports::check);
    }

    /** Imports at once. */
    public void start() throws IOException {
        submit(imports::start);
    }

    private void submit(Use use) throws IOException {
        if (formAction.accepted(() -> upload(use), "upload", "choose", "below", "name", "slug", "readers")) {
            FacesContext.getCurrentInstance().getExternalContext().redirect("/jobs/" + job);
        } else if (isFileLost(upload)) {
            formAction.refuse("upload", "import.upload.again", fileName(Objects.requireNonNull(upload)));
        }
        load();
    }

    /** A browser doesn't keep a chosen file when the form is shown again, so the person must choose it again. */
    private boolean isFileLost(@Nullable Part chosen) {
        return chosen != null
                && chosen.getSize() > 0
                && formAction.refusalsOf("upload").isEmpty();
    }

    private void upload(Use use) {
        if (job != 0) {
            // Both buttons were sent.
            return;
        }
        Part archive = upload;
        if (archive == null || fileName(archive).isEmpty()) {
            throw new Refusal("import.upload.choose");
        }
        if (archive.getSize() == 0) {
            throw new Refusal("import.upload.empty");
        }
        Viewer viewer = currentUser.viewer();
        try (InputStream bytes = archive.getInputStream()) {
            job = use.submit(viewer, place(viewer), fileName(archive), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with the archive. */
    private interface Use {
        long submit(Viewer viewer, ImportPlace place, String fileName, InputStream archive) throws IOException;
    }

    private static String fileName(Part archive) {
        String given = archive.getSubmittedFileName();
        return given == null ? "" : given;
    }

    private ImportPlace place(Viewer viewer) {
        SpaceHead target = target(viewer);
        ImportPlace place = places.find(target, TypedPath.of(target, below))
                .orElseThrow(() -> new Refusal("import.below.unknown", target.name()));
        if (place.below() == null && !places.mayAtTop(viewer, target)) {
            throw new Refusal("import.below.required", target.name());
        }
        return place;
    }

    /** If the import is refused after the space was created, the form shows the new space as selected. */
    private SpaceHead target(Viewer viewer) {
        if (!slug.isBlank() || !name.isBlank()) {
            if (!space.isEmpty() || !below.isBlank()) {
                throw new Refusal("import.space.both");
            }
            SpaceHead created = spaces.create(viewer, slug.strip(), name, "", SpaceReaders.named(readers));
            space = created.slug();
            slug = "";
            name = "";
            return created;
        }
        return choices.stream()
                .filter(choice -> choice.slug().equals(space))
                .findFirst()
                .orElseThrow(() -> new Refusal("import.space.choose"));
    }

    /** The page below which the pages come, by its path or its copied address; empty for the top of the space. */
    public String getBelow() {
        return below;
    }

    public void setBelow(String below) {
        this.below = below;
    }

    /** Whether this person may import into any space. */
    public boolean isPossible() {
        return currentUser.isAdministrator() || !choices.isEmpty();
    }

    public String getHint() {
        ImportLimits limits = limitSettings.limits();
        return Messages.text("import.hint", Imports.MAX_SIZE >> 30, limits.entries(), limits.textBytes() >> 20);
    }

    public List<SpaceHead> getChoices() {
        return choices;
    }

    public String getSpace() {
        return space;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Who may view the new space: a name of {@link SpaceReaders}, or empty. */
    public String getReaders() {
        return readers;
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(Part upload) {
        this.upload = upload;
    }
}
