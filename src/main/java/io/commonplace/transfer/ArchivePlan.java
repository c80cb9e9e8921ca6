package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.platform.Messages;

/** Makes the plan of an import from what came out of an archive. */
final class ArchivePlan {
    private ArchivePlan() {}

    /** @param maxSize as in {@link ImportPlan} */
    static ImportPlan of(Unpacked unpacked, int maxSize, FileNotes notes) {
        ImportPlan plan = new ImportPlan(maxSize, notes);
        int root = unpacked.commonRoot().length();
        unpacked.texts().forEach(text -> addText(plan, text.path().substring(root), text, notes));
        unpacked.files().forEach(file -> {
            String path = file.path().substring(root);
            plan.addFile(path, file.hash(), file.size());
            FileHint.of(path).ifPresent(key -> notes.hint(path, key));
        });
        return plan;
    }

    private static void addText(ImportPlan plan, String path, KeptText text, FileNotes notes) {
        if (text.guessed()) {
            notes.hint(path, "import.file.encoding");
        }
        text.header().ifPresent(header -> plan.addHeader(path, header));
        plan.addPage(path, text.title().orElse(titleOf(path)), text.hash(), text.length(), text.formerAddresses());
    }

    /** The title for a page whose text has none. */
    private static String titleOf(String path) {
        String name =
                PagePath.name(PagePath.ofFile(path)).replaceAll("[-_]+", " ").strip();
        return name.isEmpty() ? Messages.text("import.page.home") : name;
    }
}
