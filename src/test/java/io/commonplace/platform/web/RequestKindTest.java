package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestKindTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /, VIEW",
        "GET, /s/handbook/a/b, VIEW",
        "HEAD, /s/handbook, VIEW",
        "GET, /edit, EDIT",
        "POST, /edit, SAVE",
        "POST, /new, SAVE",
        "POST, /draft, DRAFT",
        "GET, /jobs, LIST",
        "GET, /jobs/12, LIST",
        "GET, /jobs/12/status, WATCH",
        "GET, /live/jobs/12, WATCH",
        "POST, /move, CHANGE",
        "POST, /admin/people, CHANGE",
        "GET, /files/1/abc/x.png, ATTACHMENT",
        "GET, /assets/1/site.css, ASSET",
        "GET, /import, LIST",
        "POST, /import, IMPORT",
        "POST, /api/spaces/x/imports, API",
        "POST, /login, SIGN_IN",
        "GET, /health/ready, PROBE",
        "GET, /wp-login.php, OTHER",
        "POST, /wp-login.php, OTHER",
        "GET, '', VIEW"
    })
    void anAddressAndAMethodMakeAKind(String method, String path, RequestKind kind) {
        assertThat(RequestKind.of(method, path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void eachAddressThatIsServedHasAKind(String address) {
        assertThat(RequestKind.of("GET", address)).isNotEqualTo(RequestKind.OTHER);
    }

    @Test
    void labelsAreInLowerCase() {
        assertThat(RequestKind.SIGN_IN.label()).isEqualTo("sign-in");
    }

    static Stream<String> addresses() {
        Stream<String> servlets = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.commonplace")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .filter(type -> !type.isEquivalentTo(ErrorServlet.class))
                        .flatMap(type -> Arrays.stream(
                                type.getAnnotationOfType(WebServlet.class).value()));
        return Stream.concat(Endpoints.views().keySet().stream(), servlets);
    }
}
