package io.commonplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application's sources keep the limits that the handbook's page on house style gives. */
class HouseStyleTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PAGE = Path.of("src/handbook/extending/house-style.md");
    private static final Pattern LIMIT = Pattern.compile("(?m)^\\| ([a-z ]+) \\| (\\d+) \\| (\\d+) \\|$");

    private static final String FILES = "lines of a file";
    private static final String METHODS = "lines of a method";
    private static final String PARAMETERS = "parameters of a method";
    private static final String INJECTED = "injected fields of a class";

    record Limit(String what, int usual, int most) {
        static Limit of(MatchResult row) {
            return new Limit(row.group(1), Integer.parseInt(row.group(2)), Integer.parseInt(row.group(3)));
        }
    }

    static Stream<Limit> limits() throws IOException {
        return LIMIT.matcher(Files.readString(PAGE)).results().map(Limit::of);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void theSourcesKeepTheLimit(Limit limit) throws IOException {
        List<Integer> sizes = Measure.of(sources()).sizes(limit.what).sorted().toList();
        assertThat(sizes).hasSizeGreaterThan(100).last().matches(most -> most <= limit.most, "at most " + limit.most);
        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(limit.usual);
    }

    @Test
    void thePageGivesALimitForEachThingThatIsMeasured() throws IOException {
        assertThat(limits().map(Limit::what)).containsExactly(FILES, METHODS, PARAMETERS, INJECTED);
    }

    @Test
    void whatIsMeasuredIsCounted() throws IOException {
        Measure measure =
                Measure.of(List.of(Path.of("src/test/java/io/commonplace/wrong/pages/EverythingManager.java")));
        assertThat(measure.sizes(PARAMETERS)).contains(4);
        assertThat(measure.sizes(METHODS)).contains(3).allMatch(lines -> lines < 4);
        assertThat(Measure.of(List.of(SOURCES.resolve("io/commonplace/jobs/JobQueries.java")))
                        .sizes(INJECTED))
                .containsExactly(2);
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatNot() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path folder : sources().stream()
                .map(Path::getParent)
                .filter(folder -> folder.startsWith(SOURCES.resolve("io/commonplace")))
                .distinct()
                .toList()) {
            Path info = folder.resolve("package-info.java");
            String text = Files.exists(info) ? Files.readString(info).replaceAll("[\\s*]+", " ") : "";
            if (!text.startsWith("/ ") || !(text.contains("Out of scope:") || folder.endsWith("io/commonplace"))) {
                silent.add(folder);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Walks through the sources as the compiler reads them. */
    private static final class Measure extends TreeScanner<@Nullable Void, CompilationUnitTree> {
        private final Map<String, List<Integer>> sizes = new TreeMap<>();
        private final SourcePositions positions;

        private Measure(SourcePositions positions) {
            this.positions = positions;
        }

        static Measure of(List<Path> sources) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask)
                        compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
                Measure measure = new Measure(Trees.instance(task).getSourcePositions());
                for (CompilationUnitTree file : task.parse()) {
                    Path path = Path.of(file.getSourceFile().toUri());
                    measure.add(FILES, Files.readAllLines(path).size());
                    measure.scan(file, file);
                }
                return measure;
            }
        }

        Stream<Integer> sizes(String what) {
            return sizes.getOrDefault(what, List.of()).stream();
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree file) {
            if (method.getBody() != null) {
                add(METHODS, lines(method.getBody(), file));
            }
            if (method.getReturnType() != null) {
                add(PARAMETERS, method.getParameters().size());
            }
            return super.visitMethod(method, file);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, CompilationUnitTree file) {
            long injected =
                    type.getMembers().stream().filter(Measure::isInjected).count();
            if (injected > 0) {
                add(INJECTED, (int) injected);
            }
            return super.visitClass(type, file);
        }

        private static boolean isInjected(Tree member) {
            return member instanceof VariableTree field
                    && field.getModifiers().getAnnotations().stream()
                            .anyMatch(annotation ->
                                    annotation.getAnnotationType().toString().equals("Inject"));
        }

        private int lines(Tree tree, CompilationUnitTree file) {
            LineMap lines = file.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(file, tree));
            return (int) (lines.getLineNumber(positions.getEndPosition(file, tree)) - first) + 1;
        }

        private void add(String what, int size) {
            sizes.computeIfAbsent(what, missing -> new ArrayList<>()).add(size);
        }
    }
}
