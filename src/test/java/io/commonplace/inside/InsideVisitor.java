package io.commonplace.inside;

import io.commonplace.database.Ids;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceReaders;
import io.commonplace.pages.Spaces;
import io.commonplace.people.LoginOrigin;
import io.commonplace.people.NewPerson;
import io.commonplace.people.People;
import io.commonplace.people.Sessions;
import io.commonplace.people.SignIn;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Acts as the administrator on the clone in which the test runs, by method calls and over HTTP. */
@ApplicationScoped
public class InsideVisitor {
    private static final LoginOrigin HERE = new LoginOrigin("127.0.0.1", "");
    private static final String PASSWORD = "a long enough password";

    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private Spaces spaces;

    @Inject
    private Pages pages;

    @Inject
    private People people;

    @Inject
    private Ids ids;

    /** The administrator. */
    public Viewer viewer() {
        return signIn.resume(proof()).orElseThrow();
    }

    /** A new space that everybody may view, with one page at the path {@code page}. */
    public SpaceHead spaceWithAPage() {
        SpaceHead space = spaces.create(viewer(), "inside-" + ids.next(), "Inside", "", SpaceReaders.EVERYONE);
        pages.create(viewer(), space, "", new PageText("Page", "The first text", ""));
        return space;
    }

    /** @return the identifier of a new session of the administrator */
    public String beginSession() {
        return beginSession(proof());
    }

    /** @return the identifier of a new session of a new person, who may only read */
    public String beginSessionOfAReader() {
        SignIn.Proof proof = newPersonsProof("A reader");
        // Each request begins with this call, before its log context is set.
        var unused = signIn.resume(proof).orElseThrow();
        return beginSession(proof);
    }

    /** A new person, who is in no group but everyone. */
    public Viewer newPerson(String displayName) {
        return signIn.resume(newPersonsProof(displayName)).orElseThrow();
    }

    private SignIn.Proof newPersonsProof(String displayName) {
        String name = "person-" + ids.next();
        people.create(viewer(), new NewPerson(name, displayName, PASSWORD));
        return signIn.signIn(name, PASSWORD, HERE);
    }

    private String beginSession(SignIn.Proof proof) {
        return sessions.begin(Map.of(
                "person", Long.toString(proof.personId()), "password", proof.fingerprint(), "csrf", "of-this-session"));
    }

    public HttpResponse<String> get(String session, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestClone.url() + path))
                .header("Cookie", "session=" + session)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    private SignIn.Proof proof() {
        return signIn.signIn("admin", System.getenv("COMMONPLACE_ADMIN_PASSWORD"), HERE);
    }
}
