package io.commonplace.people.web;

import io.commonplace.people.SignIn;
import io.commonplace.platform.web.ClientAddress;
import io.commonplace.platform.web.LocalPath;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signs in, and goes on to the page that was asked for. */
@Named
@RequestScoped
public class LoginForm {
    @Inject
    private SignIn signIn;

    @Inject
    private SiteSession sessions;

    @Inject
    private Submission submission;

    @Inject
    private HttpServletRequest request;

    private String name = "";
    private String password = "";

    public void signIn() throws IOException {
        boolean accepted = submission.accepted(() -> {
            SignIn.Proof proof = signIn.signIn(name, password, ClientAddress.of(request));
            sessions.begin(request, response(), proof);
        });
        if (accepted) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(LocalPath.orHome(request.getParameter("to")));
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
