package io.commonplace.people.web;

import io.commonplace.people.SignIn;
import io.commonplace.people.TooManyAttempts;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FormAction;
import io.commonplace.platform.web.LocalPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The sign-in form. After it, the browser goes to the page that was asked for. */
@Named
@RequestScoped
public class LoginForm {
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private SignIn signIn;

    @Inject
    private DeviceCookie device;

    @Inject
    private SiteSession sessions;

    @Inject
    private FormAction formAction;

    @Inject
    private HttpServletRequest request;

    private String name = "";
    private String password = "";

    public void signIn() throws IOException {
        if (formAction.accepted(this::begin)) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(LocalPath.orHome(request.getParameter("to")));
        }
    }

    private void begin() {
        try {
            SignIn.Proof proof = signIn.signIn(name, password, DeviceCookie.origin(request));
            beginSession(proof);
            device.store(request, response(), name);
        } catch (TooManyAttempts e) {
            response().setStatus(TOO_MANY_REQUESTS);
            response().setIntHeader("Retry-After", e.seconds());
            throw e;
        }
    }

    /** Refuses the sign-in if the grid is unreachable, because sessions are stored there. */
    private void beginSession(SignIn.Proof proof) {
        try {
            sessions.begin(request, response(), proof);
        } catch (RuntimeException e) {
            Refusal refusal = new Refusal("signIn.unavailable");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
