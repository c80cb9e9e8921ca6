package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestKindTest {
    private static final Path PLATFORM = Path.of("src/main/java/io/commonplace/platform/web");
    private static final Pattern FIRST_PART = Pattern.compile("\"/([\\w-]+)[/\\w*-]*\"");
    private static final RequestKindTable KINDS = declared();

    @ParameterizedTest
    @CsvSource({
        "GET, /, VIEW",
        "GET, /s/handbook/a/b, VIEW",
        "HEAD, /s/handbook, VIEW",
        "GET, /edit, EDIT",
        "POST, /edit, SAVE",
        "POST, /new, SAVE",
        "POST, /draft, DRAFT",
        "POST, /editors, WATCH",
        "POST, /editors/leave, WATCH",
        "GET, /jobs, LIST",
        "GET, /jobs/12, LIST",
        "GET, /jobs/12/status, WATCH",
        "GET, /live/jobs/12, WATCH",
        "POST, /move, CHANGE",
        "POST, /admin/people, CHANGE",
        "GET, /files/1/abc/x.png, ATTACHMENT",
        "GET, /assets/1/site.css, ASSET",
        "GET, /search, SEARCH",
        "GET, /search.atom, SEARCH",
        "GET, /suggest, SUGGEST",
        "GET, /suggest/people, SUGGEST",
        "GET, /api/search, API",
        "GET, /import, LIST",
        "POST, /import, IMPORT",
        "POST, /api/spaces/x/imports, API",
        "GET, /export, LIST",
        "POST, /export, CHANGE",
        "GET, /exports/12, ATTACHMENT",
        "GET, /api/exports/12, API",
        "POST, /login, SIGN_IN",
        "GET, /health/ready, PROBE",
        "GET, /wp-login.php, OTHER",
        "POST, /wp-login.php, OTHER",
        "GET, /wp-admin/people, OTHER",
        "GET, '', VIEW"
    })
    void anAddressAndAMethodMakeAKind(String method, String path, RequestKind kind) {
        assertThat(KINDS.of(method, path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void eachAddressThatIsServedHasAKind(String address) {
        assertThat(KINDS.of("GET", address)).isNotEqualTo(RequestKind.OTHER);
    }

    @Test
    void labelsAreInLowerCase() {
        assertThat(RequestKind.SIGN_IN.label()).isEqualTo("sign-in");
    }

    @Test
    void twoFeaturesDoNotDeclareOneAddress() {
        RequestKindTable table = new RequestKindTable().add(RequestKind.VIEW, "/a");

        assertThatThrownBy(() -> table.add(RequestKind.LIST, "/a")).hasMessageContaining("/a");
    }

    /** Strangers may send one form, and the platform has to know its address. */
    @Test
    void thePlatformNamesNoFeaturesAddressButTheSignInPage() {
        Set<String> shared = Set.of("", "api", "assets", "error");
        Set<String> features = addresses()
                .map(address -> address.split("/", -1)[1])
                .filter(first -> !shared.contains(first))
                .collect(Collectors.toSet());

        assertThat(features).contains("login", "edit", "s", "files");
        assertThat(namedByThePlatform().filter(features::contains)).containsOnly("login");
    }

    private static Stream<String> namedByThePlatform() {
        try (Stream<Path> files = Files.list(PLATFORM)) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.toList()) {
                sources.add(Files.readString(file));
            }
            return FIRST_PART.matcher(String.join("\n", sources)).results().map(literal -> literal.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> addresses() {
        return Endpoints.all().stream()
                .map(Endpoint::address)
                .filter(address -> !address.equals("/error"))
                .distinct();
    }

    private static RequestKindTable declared() {
        RequestKindTable table = new RequestKindTable();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.commonplace")) {
            if (type.isAssignableTo(RequestKinds.class) && !type.isInterface()) {
                feature(type).declare(table);
            }
        }
        return table;
    }

    private static RequestKinds feature(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (RequestKinds) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
