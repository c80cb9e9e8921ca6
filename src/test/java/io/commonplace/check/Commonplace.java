package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code ./commonplace} of this checkout, for the cluster under test. */
final class Commonplace {
    private static final Path COMMAND = Path.of(System.getProperty("commonplace.home", "."), "commonplace");

    private Commonplace() {}

    static boolean knows(String command) {
        return run("help").contains("./commonplace " + command);
    }

    /** @throws IllegalStateException if it ends with an error */
    static String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", Cluster.data().toString()));
        return Command.run("", command.toArray(String[]::new));
    }
}
