package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Attachments;
import io.commonplace.attachments.Content;
import io.commonplace.attachments.FileSize;
import io.commonplace.pages.web.PagePart;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The attachments of a page, for views: {@code #{attachmentList.of(pageId)}}. */
@Named
@ApplicationScoped
public class AttachmentList implements PagePart {
    @Inject
    private Attachments attachments;

    public List<AttachmentHead> of(long pageId) {
        return attachments.ofPage(pageId);
    }

    /** The size that a file may have, in bytes. */
    public long getMaxSize() {
        return Content.MAX_SIZE;
    }

    /** The size that the files of one form may have together, in bytes. */
    public long getMaxTogether() {
        return AttachmentsServlet.MAX_REQUEST;
    }

    public String getHint() {
        return Messages.text("file.hint", Content.MAX_SIZE >> 20, AttachmentsServlet.MAX_REQUEST >> 20);
    }

    /** The hint where a single file is uploaded. */
    public String getHintForOne() {
        return Messages.text("file.hintForOne", Content.MAX_SIZE >> 20);
    }

    @Override
    public Object shown(long pageId) {
        return of(pageId);
    }

    /** The name of the icon for this media type. */
    public String icon(String mediaType) {
        if (mediaType.startsWith("image/")) {
            return "image";
        }
        return switch (mediaType) {
            case "text/csv" -> "sheet";
            case "application/zip" -> "archive";
            default -> "file";
        };
    }

    /** Formats a size in bytes for people. */
    public String size(long bytes) {
        return FileSize.text(bytes);
    }
}
