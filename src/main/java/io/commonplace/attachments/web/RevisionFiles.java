package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Attachments;
import io.commonplace.attachments.FileVersionHead;
import io.commonplace.attachments.FileVersions;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.pages.web.RevisionPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of an old revision, with the content that they had then. */
@Named
@RequestScoped
public class RevisionFiles {
    /** A link to a file, or a picture, in the rendered text. */
    private static final Pattern LINK = Pattern.compile("=\"(/files/(\\d{1,18})/)[0-9a-f]{12}/([^\"/]+)\"");

    @Inject
    private RevisionPage revision;

    @Inject
    private PageAddress address;

    @Inject
    private Attachments attachments;

    @Inject
    private FileVersions versions;

    private @Nullable List<Entry> listed;

    /** The text of the revision. Its links and pictures have the versions of then. */
    public String getHtml() {
        String html = revision.getText().html();
        Set<Long> ids = LINK.matcher(html)
                .results()
                .map(link -> Long.parseLong(link.group(2)))
                .collect(Collectors.toSet());
        Map<Long, FileVersionHead> then = versions.at(ids, revision.getMoment());
        return LINK.matcher(html).replaceAll(link -> {
            FileVersionHead version = then.get(Long.parseLong(link.group(2)));
            return Matcher.quoteReplacement(
                    version == null
                            ? link.group()
                            : "=\"" + link.group(1) + "versions/" + version.number() + "/" + link.group(3) + '"');
        });
    }

    /** The files that the page lists today and has listed then, by their present names. */
    public List<Entry> getListed() {
        List<Entry> known = listed;
        if (known == null) {
            known = listed();
            listed = known;
        }
        return known;
    }

    private List<Entry> listed() {
        List<AttachmentHead> files = attachments.ofPage(address.getPage().id());
        List<Long> ids = files.stream().map(AttachmentHead::id).toList();
        Map<Long, FileVersionHead> then = versions.at(ids, revision.getMoment());
        List<Entry> found = new ArrayList<>();
        for (AttachmentHead file : files) {
            FileVersionHead version = then.get(file.id());
            if (version != null) {
                found.add(new Entry(file, version));
            }
        }
        return found;
    }

    /** A file with its version of then. */
    public record Entry(AttachmentHead file, FileVersionHead version) {
        public String href() {
            return version.href(file);
        }
    }
}
