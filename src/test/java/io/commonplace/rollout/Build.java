package io.commonplace.rollout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recorded results of a build. */
final class Build {
    private final List<String> stages = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Path> reports = new ArrayList<>();
    private final List<Path> archived = new ArrayList<>();
    private final List<Path> fingerprinted = new ArrayList<>();
    private Result result = Result.SUCCESS;

    @Nullable
    Object say(String text) {
        log.add(text);
        return null;
    }

    @Nullable
    Object mail(Call mail) {
        mails.add(mail.text("to") + ": " + mail.text("subject"));
        return null;
    }

    void ended(Result how) {
        result = how;
    }

    Result result() {
        return result;
    }

    /** The stages that were entered. */
    List<String> stages() {
        return stages;
    }

    String log() {
        return String.join("\n", log);
    }

    List<String> mails() {
        return mails;
    }

    List<String> asked() {
        return asked;
    }

    List<Path> reports() {
        return reports;
    }

    List<Path> archived() {
        return archived;
    }

    List<Path> fingerprinted() {
        return fingerprinted;
    }
}
