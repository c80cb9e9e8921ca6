package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import io.commonplace.database.Ids;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.PagePath;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The first step of an import: reads the archive, stores its attachments, and plans the import. */
@ApplicationScoped
class UnpackStep {
    private static final int CANCEL_CHECK_INTERVAL = 100;

    @Inject
    private Uploads uploads;

    @Inject
    private Content content;

    @Inject
    private ImportStore store;

    @Inject
    private Ids ids;

    void run(StepRun step) {
        ImportOrder order = ImportOrder.of(step.payload());
        List<String[]> problems = new ArrayList<>();
        List<String[]> hints = new ArrayList<>();
        try {
            ImportPlan plan = new ImportPlan(
                    ImportLimits.STANDARD.planned(), (file, message) -> problems.add(new String[] {file, message}));
            List<ArchiveFile> files = read(step, order, problems);
            String root = commonRoot(files);
            files.forEach(file -> add(file, root, plan, problems, hints));
            List<PlannedFile> planned = complete(plan, order.spaceId());
            step.commit(0, commit -> write(commit, planned, problems, hints));
            // The step is committed. If this fails, the end of the job deletes the rest of the archive.
            BestEffort.run("deleting an archive that was unpacked", () -> deleteUpload(order.uploadId()));
        } catch (ArchiveRefused e) {
            step.refuse(String.valueOf(e.getMessage()), commit -> report(commit, problems, hints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ArchiveFile> read(StepRun step, ImportOrder order, List<String[]> problems)
            throws ArchiveRefused, IOException {
        Path zip = uploads.toTemporaryFile(order.uploadId());
        List<ArchiveFile> files = new ArrayList<>();
        try (Archive archive = new Archive(zip, ImportLimits.STANDARD)) {
            archive.read(
                    file -> {
                        files.add(file.isMarkdown() ? file : store(file));
                        if (files.size() % CANCEL_CHECK_INTERVAL == 0) {
                            step.stopIfCancelled();
                        }
                    },
                    (file, message) -> problems.add(new String[] {file, message}));
        } finally {
            Files.deleteIfExists(zip);
        }
        if (files.isEmpty()) {
            throw new ArchiveRefused("import.archive.empty");
        }
        return files;
    }

    /** Deletes the archive, which is not needed any more. */
    private void deleteUpload(long uploadId) {
        int number = 0;
        while (uploads.deleteChunk(uploadId, number)) {
            number++;
        }
    }

    /**
     * Stores the bytes at once and returns their hash and size instead, so that a large archive doesn't fill the memory.
     */
    private ArchiveFile store(ArchiveFile file) {
        String hash = Content.hash(file.bytes());
        content.store(hash, file.bytes());
        return new ArchiveFile(file.path(), (hash + " " + file.bytes().length).getBytes(StandardCharsets.US_ASCII));
    }

    /** The single top folder, with a slash, or empty. An archive of one folder is imported as that folder's content. */
    static String commonRoot(List<ArchiveFile> files) {
        String first = files.get(0).path();
        int slash = first.indexOf('/');
        String root = slash < 0 ? "" : first.substring(0, slash + 1);
        return files.stream().allMatch(file -> file.path().startsWith(root)) ? root : "";
    }

    private static void add(
            ArchiveFile file, String root, ImportPlan plan, List<String[]> problems, List<String[]> hints) {
        String path = file.path().substring(root.length());
        if (!file.isMarkdown()) {
            String[] hashAndSize = new String(file.bytes(), StandardCharsets.US_ASCII).split(" ");
            plan.addFile(path, hashAndSize[0], Long.parseLong(hashAndSize[1]));
            FileHint.of(path).ifPresent(key -> hints.add(new String[] {path, Messages.text(key)}));
            return;
        }
        try {
            SourceText text = SourceText.of(file.bytes());
            if (text.guessed()) {
                hints.add(new String[] {path, Messages.text("import.file.encoding")});
            }
            String hash = Content.hash(text.markdown().getBytes(StandardCharsets.UTF_8));
            plan.addPage(path, titleOf(path), text.markdown(), hash, text.formerAddresses());
        } catch (FileRefused e) {
            problems.add(new String[] {path, e.getMessage()});
        }
    }

    /** The title for a page whose text has none. */
    private static String titleOf(String path) {
        String name =
                PagePath.name(PagePath.ofFile(path)).replaceAll("[-_]+", " ").strip();
        return name.isEmpty() ? Messages.text("import.page.home") : name;
    }

    private List<PlannedFile> complete(ImportPlan plan, long spaceId) throws ArchiveRefused {
        List<PlannedFile> planned = plan.complete(idOf(store.pageIds(spaceId)), idOf(store.attachmentIds(spaceId)));
        if (planned.isEmpty()) {
            throw new ArchiveRefused("import.archive.empty");
        }
        return planned;
    }

    private ToLongFunction<String> idOf(Map<String, Long> known) {
        return path -> {
            Long id = known.get(path);
            return id == null ? ids.next() : id;
        };
    }

    private void write(StepCommit commit, List<PlannedFile> planned, List<String[]> problems, List<String[]> hints) {
        int number = 0;
        for (PlannedFile file : planned) {
            store.add(new ImportFile(commit.jobId(), number++, file));
        }
        report(commit, problems, hints);
        commit.expect(planned.size());
        commit.addSteps(ImportJob.STORE, planned.size(), ImportJob.STEP_SIZE);
    }

    private static void report(StepCommit commit, List<String[]> problems, List<String[]> hints) {
        problems.forEach(problem -> commit.problem(problem[0], problem[1]));
        hints.forEach(hint -> commit.hint(hint[0], hint[1]));
    }
}
