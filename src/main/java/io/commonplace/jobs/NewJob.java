package io.commonplace.jobs;

/**
 * What is asked for.
 *
 * @param kind the {@link JobKind#name()}
 * @param title what people see
 * @param payload in a form that only the kind knows
 * @param createdBy login name
 */
public record NewJob(String kind, String title, String payload, String createdBy) {}
