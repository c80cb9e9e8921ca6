package io.commonplace.jobs;

/** A link on the page of a job. @param label for people */
public record JobLink(String label, String href) {}
