package io.commonplace.transfer;

/** A file out of an archive whose bytes are in the database already. @param hash the name of its content */
record KeptFile(String path, String hash, long size) {}
