package io.commonplace.transfer;

/** A file of an archive whose bytes are already in the database. @param hash the name of its content */
record KeptFile(String path, String hash, long size) {}
