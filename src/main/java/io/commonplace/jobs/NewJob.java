package io.commonplace.jobs;

/**
 * A job to start.
 *
 * @param kind the {@link JobKind#name()}
 * @param title for people
 * @param payload the parameters, in a format of the kind
 * @param createdBy the person's login name; empty for a job of the site itself, which only administrators see
 */
public record NewJob(String kind, String title, String payload, String createdBy) {}
