package io.commonplace.platform.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * All endpoints in the code: views and the actions of their forms, servlets and the views that they forward to, WebSockets,
 * and the server's own.
 */
public final class Endpoints {
    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String ENDING = ".xhtml";

    /** Of a view that only a servlet shows. */
    private static final Pattern FORWARD = Pattern.compile("\"(/WEB-INF/views/[\\w-]+\\.xhtml)\"");

    private static final Pattern ACTION = Pattern.compile("#\\{([\\w.]+)");
    private static final Pattern FIELD = Pattern.compile("param\\.(\\w+)(?: eq '(\\w+)')?");
    private static final Map<String, String> METHODS = Map.of("doGet", "GET", "doPost", "POST", "service", "ANY");

    private Endpoints() {}

    public static List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        open().forEach(address -> all.add(Endpoint.of("GET", address)));
        views().forEach((address, view) -> {
            all.add(Endpoint.of("GET", address));
            addActions(address, view, all);
        });
        List<JavaClass> types = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.commonplace")
                        .stream()
                        .toList();
        types.forEach(type -> addServed(type, all));
        return all;
    }

    /** The files of views by address. The front page is the welcome file. */
    static Map<String, Path> views() {
        Map<String, Path> views = new TreeMap<>();
        try (Stream<Path> files = Files.walk(VIEWS)) {
            files.filter(file -> file.toString().endsWith(ENDING) && !file.startsWith(VIEWS.resolve("WEB-INF")))
                    .forEach(file -> views.put("/" + address(VIEWS.relativize(file)), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String welcome = Jsoup.parse(read(VIEWS.resolve("WEB-INF/web.xml")), "", Parser.xmlParser())
                .expectFirst("welcome-file")
                .text();
        views.put("/", VIEWS.resolve(welcome + ENDING));
        return views;
    }

    private static String address(Path view) {
        String name = view.toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** The paths that need no sign-in and belong to no view. */
    private static Stream<String> open() {
        try {
            var field = Class.forName("io.commonplace.people.web.RequireSignIn").getDeclaredField("OPEN");
            field.setAccessible(true);
            return Stream.concat(
                            Stream.of("/assets/"),
                            ((Set<?>) field.get(null)).stream().map(Object::toString))
                    .filter(address -> !views().containsKey(address));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addServed(JavaClass type, List<Endpoint> all) {
        if (type.isAnnotatedWith(WebServlet.class)) {
            for (String address : type.getAnnotationOfType(WebServlet.class).value()) {
                addServlet(type, address, all);
            }
        } else if (type.isAnnotatedWith(ServerEndpoint.class)) {
            all.add(Endpoint.of(
                    "WEBSOCKET", type.getAnnotationOfType(ServerEndpoint.class).value()));
        } else if (type.isAnnotatedWith("jakarta.ws.rs.Path")) {
            all.add(Endpoint.of("ANY", type.getName()));
        }
    }

    /** Where it forwards to a view with forms, their actions are what is posted to it. */
    private static void addServlet(JavaClass type, String address, List<Endpoint> all) {
        List<Endpoint> actions = new ArrayList<>();
        forwards(read(SOURCES.resolve(type.getName().replace('.', '/') + ".java")))
                .forEach(view -> addActions(address, view, actions));
        type.getMethods().stream()
                .map(method -> METHODS.getOrDefault(method.getName(), ""))
                .filter(method -> !method.isEmpty() && (actions.isEmpty() || !method.equals("POST")))
                .distinct()
                .forEach(method -> all.add(Endpoint.of(method, address)));
        all.addAll(actions);
    }

    /** The views that a servlet's source forwards to. */
    static List<Path> forwards(String source) {
        return FORWARD.matcher(source)
                .results()
                .map(view -> VIEWS.resolve(view.group(1).substring(1)))
                .toList();
    }

    private static void addActions(String address, Path view, List<Endpoint> all) {
        var page = Jsoup.parse(read(view), "", Parser.xmlParser());
        for (Element element : page.select("[action]")) {
            Matcher action = ACTION.matcher(element.attr("action"));
            if (action.lookingAt()) {
                all.add(new Endpoint("POST", address, action.group(1), fields(element)));
            }
        }
        page.select("ui|include").forEach(part -> {
            Path included = part.attr("src").startsWith("/")
                    ? VIEWS.resolve(part.attr("src").substring(1))
                    : view.resolveSibling(part.attr("src"));
            addActions(address, included, all);
        });
    }

    private static Map<String, String> fields(Element element) {
        Map<String, String> fields = new HashMap<>();
        Element form = element.closest("h|form");
        if (form != null) {
            fields.put(form.id(), form.id());
            fields.put(element.id(), "x");
        }
        for (Matcher field = FIELD.matcher(element.attr("if") + element.attr("action")); field.find(); ) {
            fields.putIfAbsent(field.group(1), field.group(2) == null ? "1" : field.group(2));
        }
        return fields;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
