package io.commonplace.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bash script of the command, of a part or of the tests, and what its header declares. */
record Script(Path file, String text) {
    private static final Pattern BODY =
            Pattern.compile("^(\\w+)\\(\\) *\\{(?: (.*) \\}$|((?:.*\n)+?)\\}$)", Pattern.MULTILINE);
    /** {@code for library in NAMES; do}, then {@code . "FOLDER/$library.sh"}; the image's folder host holds cluster. */
    private static final Pattern LOOP = Pattern.compile(
            "^for library in (.*); do\n.*\n? *\\. \"(?:\\$\\w+/)?([\\w-]+)/\\$library", Pattern.MULTILINE);

    private static final Pattern SOURCED =
            Pattern.compile("^(?:\\.|load_driver) \"(?:\\$\\w+/)?(\\w[\\w-]*/[\\w/-]+\\.sh)\"", Pattern.MULTILINE);
    private static final Pattern FUNCTION = Pattern.compile("^(\\w+)\\(\\) *\\{", Pattern.MULTILINE);

    /** Those that {@code ./commonplace} reads into one shell. */
    static List<Script> libraries() throws IOException {
        List<Script> found = new ArrayList<>();
        for (String folder : List.of("cluster", "cluster/driver", "database", "load-balancer")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(path -> path.toString().endsWith(".sh"))
                        .map(Script::read)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** All that this checkout has. */
    static List<Script> all() throws IOException {
        List<Script> found = new ArrayList<>();
        for (String place : List.of(
                "commonplace",
                "artemis",
                "cluster",
                "database",
                "extractor",
                "load-balancer",
                "payara-config",
                "payara-console",
                "src/test/sh",
                ".ci")) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                files.filter(file -> Files.isRegularFile(file)
                                && !file.startsWith("artemis/target")
                                && !file.startsWith("extractor/target"))
                        .filter(Script::isText)
                        .map(Script::read)
                        .filter(Script::isBash)
                        .forEach(found::add);
            }
        }
        return found;
    }

    static Script read(Path file) {
        try {
            return new Script(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file) {
        return !file.toString().endsWith(".jar") && !file.toString().endsWith(".class");
    }

    private boolean isBash() {
        return text.startsWith("#!/bin/bash")
                || text.lines().anyMatch(line -> line.startsWith("# shellcheck shell=bash"));
    }

    Set<String> functions() {
        Set<String> names = new TreeSet<>();
        for (Matcher name = FUNCTION.matcher(text); name.find(); ) {
            names.add(name.group(1));
        }
        return names;
    }

    /** Each function with its code. */
    Map<String, String> bodies() {
        Map<String, String> found = new TreeMap<>();
        for (Matcher body = BODY.matcher(code()); body.find(); ) {
            found.put(body.group(1), body.group(2) == null ? body.group(3) : body.group(2));
        }
        return found;
    }

    /** The libraries that it reads, and those that they read. */
    Set<Script> reads() {
        Set<Script> found = new LinkedHashSet<>();
        for (Matcher loop = LOOP.matcher(text); loop.find(); ) {
            for (String name : loop.group(1).split(" ")) {
                found.add(read(Path.of(loop.group(2).replace("host", "cluster"), name + ".sh")));
            }
        }
        for (Matcher sourced = SOURCED.matcher(text); sourced.find(); ) {
            Script script = read(Path.of(sourced.group(1).replace("host/", "cluster/")));
            found.add(script);
            found.addAll(script.reads());
        }
        return found;
    }

    /** What stands in the header behind this word, which may be there several times. */
    Set<String> declared(String word) {
        return text.lines()
                .filter(line -> line.startsWith("# " + word + ": "))
                .flatMap(line -> Stream.of(line.substring(word.length() + 4).split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the name stands in the code, other than as a definition or a variable. */
    boolean uses(String function) {
        return uses(code(), function);
    }

    static boolean uses(String code, String function) {
        return Pattern.compile("(?<![\\w$./{\"-])" + function + "(?![\\w./=-])(?!\\(\\) *\\{)")
                .matcher(code)
                .find();
    }

    boolean mentions(String variable) {
        return Pattern.compile("\\b" + variable + "\\b").matcher(code()).find();
    }

    String code() {
        return text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
