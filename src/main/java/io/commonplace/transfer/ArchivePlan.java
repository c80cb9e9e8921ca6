package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import io.commonplace.pages.PagePath;
import io.commonplace.platform.Messages;
import java.nio.charset.StandardCharsets;

/** Makes the plan of an import from what came out of an archive. */
final class ArchivePlan {
    private ArchivePlan() {}

    static ImportPlan of(Unpacked unpacked, FileNotes notes) {
        ImportPlan plan = new ImportPlan(ImportLimits.STANDARD.planned(), notes);
        int root = unpacked.commonRoot().length();
        unpacked.texts().forEach(text -> addText(plan, text.path().substring(root), text.bytes(), notes));
        unpacked.files().forEach(file -> {
            String path = file.path().substring(root);
            plan.addFile(path, file.hash(), file.size());
            FileHint.of(path).ifPresent(key -> notes.hint(path, key));
        });
        return plan;
    }

    private static void addText(ImportPlan plan, String path, byte[] bytes, FileNotes notes) {
        try {
            SourceText text = SourceText.of(bytes);
            if (text.guessed()) {
                notes.hint(path, "import.file.encoding");
            }
            String hash = Content.hash(text.markdown().getBytes(StandardCharsets.UTF_8));
            text.header().ifPresent(header -> plan.addHeader(path, header));
            plan.addPage(path, text.title().orElse(titleOf(path)), text.markdown(), hash, text.formerAddresses());
        } catch (FileRefused e) {
            notes.problem(path, e);
        }
    }

    /** The title for a page whose text has none. */
    private static String titleOf(String path) {
        String name =
                PagePath.name(PagePath.ofFile(path)).replaceAll("[-_]+", " ").strip();
        return name.isEmpty() ? Messages.text("import.page.home") : name;
    }
}
