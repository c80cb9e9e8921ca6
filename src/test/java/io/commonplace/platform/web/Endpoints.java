package io.commonplace.platform.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** All endpoints in the code: views and the actions of their forms, servlets, WebSockets, and the server's own. */
public final class Endpoints {
    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Pattern ACTION = Pattern.compile("#\\{([\\w.]+)");
    private static final Pattern FIELD = Pattern.compile("param\\.(\\w+)(?: eq '(\\w+)')?");
    private static final Map<String, String> METHODS = Map.of("doGet", "GET", "doPost", "POST", "service", "ANY");

    private Endpoints() {}

    public static List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        open().forEach(address -> all.add(Endpoint.of("GET", address)));
        Routes.views().forEach((address, view) -> {
            all.add(Endpoint.of("GET", address));
            if (view.endsWith(".xhtml")) {
                addActions(address, VIEWS.resolve(view.substring(1)), all);
            }
        });
        List<JavaClass> types = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.commonplace")
                        .stream()
                        .toList();
        types.forEach(type -> addServed(type, all));
        return all;
    }

    /** The paths that need no sign-in and belong to no view. */
    private static Stream<String> open() {
        try {
            var field = Class.forName("io.commonplace.people.web.RequireSignIn").getDeclaredField("OPEN");
            field.setAccessible(true);
            return Stream.concat(
                            Stream.of("/assets/"),
                            ((Set<?>) field.get(null)).stream().map(Object::toString))
                    .filter(address -> !Routes.views().containsKey(address));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addServed(JavaClass type, List<Endpoint> all) {
        if (type.isAnnotatedWith(WebServlet.class)) {
            for (String address : type.getAnnotationOfType(WebServlet.class).value()) {
                type.getMethods().stream()
                        .map(JavaMethod::getName)
                        .filter(METHODS::containsKey)
                        .distinct()
                        .forEach(name -> all.add(Endpoint.of(METHODS.getOrDefault(name, ""), address)));
            }
        } else if (type.isAnnotatedWith(ServerEndpoint.class)) {
            all.add(Endpoint.of(
                    "WEBSOCKET", type.getAnnotationOfType(ServerEndpoint.class).value()));
        } else if (type.isAnnotatedWith("jakarta.ws.rs.Path")) {
            all.add(Endpoint.of("ANY", type.getName()));
        }
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
