package io.commonplace.attachments.text;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts inside the files of a page. It checks no rights; callers must have checked the right to view the space. */
@ApplicationScoped
public class FileTexts {
    @Inject
    private ReadRouter router;

    /**
     * The texts of all files beside a page, sorted by the files' names. If they are longer than {@code limit} together, the
     * longest ones are shortened.
     *
     * @param limit in characters
     */
    public List<TextOfFile> ofPage(Freshness wanted, long pageId, int limit) {
        return router.read(wanted, em -> FileTextQueries.ofPage(em, pageId, files -> shares(files, limit)));
    }

    /** What short texts leave is for the long ones. */
    static Map<Long, Integer> shares(List<FileTextQueries.StoredText> files, int limit) {
        Map<Long, Integer> shares = new HashMap<>();
        int left = limit;
        int others = files.size();
        for (FileTextQueries.StoredText file : files.stream()
                .sorted(Comparator.comparingInt(FileTextQueries.StoredText::characters))
                .toList()) {
            int share = Math.min(file.characters(), left / others--);
            shares.put(file.attachmentId(), share);
            left -= share;
        }
        return shares;
    }
}
