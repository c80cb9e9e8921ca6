package io.commonplace.transfer.web;

import io.commonplace.attachments.FileSize;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FormAction;
import io.commonplace.transfer.ExportFormat;
import io.commonplace.transfer.ExportScope;
import io.commonplace.transfer.ExportSizeQueries;
import io.commonplace.transfer.Exports;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exports the page of the request, its space, or more. */
@Named
@RequestScoped
public class ExportForm {
    @Inject
    private PageAddress address;

    @Inject
    private Spaces spaces;

    @Inject
    private Exports exports;

    @Inject
    private ExportSizeQueries sizes;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private HttpServletRequest request;

    private List<Choice> choices = List.of();
    private long job;

    /** What can be exported from here. @param size in words */
    public record Choice(ExportScope scope, String label, String size, boolean chosen) {}

    public void load() {
        SpaceHead space = address.getSpace();
        List<Choice> possible = new ArrayList<>();
        address.find().ifPresent(page -> {
            possible.add(choice(ExportScope.PAGE, Messages.text("export.choice.page"), ""));
            if (!page.path().isEmpty()) {
                possible.add(
                        choice(ExportScope.TREE, Messages.text("export.choice.tree"), text(sizes.tree(page.id()))));
            }
        });
        String whole = Messages.text("export.choice.space", space.name());
        possible.add(choice(ExportScope.SPACE, whole, text(sizes.space(space.id()))));
        int administered = administered().size();
        if (administered > 1) {
            possible.add(choice(ExportScope.SPACES, Messages.text("export.choice.spaces", administered), ""));
        }
        choices = possible;
    }

    private Choice choice(ExportScope scope, String label, String size) {
        ExportScope usual = isPage() ? ExportScope.TREE : ExportScope.SPACE;
        return new Choice(scope, label, size, scope == written().orElse(usual));
    }

    private boolean isPage() {
        return address.find().filter(page -> !page.path().isEmpty()).isPresent();
    }

    private static String text(ExportSizeQueries.Estimate size) {
        return size.isMore()
                ? Messages.text("export.size.more", ExportSizeQueries.MAX_COUNTED)
                : Messages.text("export.size", size.pages(), size.files(), FileSize.text(size.bytes()));
    }

    private List<SpaceHead> administered() {
        return spaces.visible(currentUser.viewer(), SpaceLevel.ADMINISTER);
    }

    public void start() throws IOException {
        if (formAction.accepted(this::submit, "what")) {
            FacesContext.getCurrentInstance().getExternalContext().redirect("/jobs/" + job);
        }
    }

    private void submit() {
        Viewer viewer = currentUser.viewer();
        SpaceHead space = address.getSpace();
        job = switch (written().orElseThrow(() -> new Refusal("export.what.choose"))) {
            case PAGE -> page(viewer, space, false);
            case TREE -> page(viewer, space, true);
            case SPACE -> exports.space(viewer, space, format());
            case SPACES -> exports.spaces(viewer, administered(), format());
        };
    }

    private long page(Viewer viewer, SpaceHead space, boolean below) {
        PageHead page = address.getPage();
        return exports.page(viewer, space, page, below, format());
    }

    private Optional<ExportScope> written() {
        String what = request.getParameter("what");
        return List.of(ExportScope.values()).stream()
                .filter(scope -> scope.name().equals(what))
                .findFirst();
    }

    private ExportFormat format() {
        return ExportFormat.named(request.getParameter("format")).orElse(ExportFormat.MARKDOWN);
    }

    public List<Format> getFormats() {
        return List.of(ExportFormat.values()).stream()
                .map(each -> new Format(each, each == format()))
                .toList();
    }

    /** What can be made of the pages. */
    public record Format(ExportFormat format, boolean chosen) {
        public String label() {
            return Messages.text("export.format." + format);
        }

        public String hint() {
            return Messages.text("export.format." + format + ".hint");
        }
    }

    public List<Choice> getChoices() {
        return choices;
    }
}
