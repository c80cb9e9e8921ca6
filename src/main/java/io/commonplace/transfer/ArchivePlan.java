package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.platform.Messages;

/** Makes the plan of an import from what came out of an archive. */
final class ArchivePlan {
    private ArchivePlan() {}

    /**
     * @param maxSize as in {@link ImportPlan}
     * @param below the path of the page below which the pages come; empty for the top of the space
     */
    static ImportPlan of(Unpacked unpacked, int maxSize, FileNotes notes, String below) {
        ImportPlan plan = new ImportPlan(maxSize, notes, below);
        int root = unpacked.commonRoot().length();
        String folder = below.isEmpty() ? "" : below + "/";
        unpacked.texts().forEach(text -> {
            String path = folder + text.path().substring(root);
            if (isShort(path, notes)) {
                addText(plan, path, text, notes);
            }
        });
        unpacked.files().forEach(file -> {
            String path = folder + file.path().substring(root);
            if (isShort(path, notes)) {
                plan.addFile(path, file.hash(), file.size());
                FileHint.of(path).ifPresent(key -> notes.hint(path, key));
            }
        });
        return plan;
    }

    private static boolean isShort(String path, FileNotes notes) {
        boolean isShort = path.length() <= PagePath.MAX_LENGTH;
        if (!isShort) {
            notes.problem(path, "import.name.long", PagePath.MAX_LENGTH);
        }
        return isShort;
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
