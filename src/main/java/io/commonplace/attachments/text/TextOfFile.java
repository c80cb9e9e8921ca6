package io.commonplace.attachments.text;

/** The text inside a file, or its beginning. @param href of the file */
public record TextOfFile(String name, String href, String text) {}
