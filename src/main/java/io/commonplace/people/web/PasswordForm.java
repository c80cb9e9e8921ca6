package io.commonplace.people.web;

import io.commonplace.people.People;
import io.commonplace.people.SignIn;
import io.commonplace.people.TooManyAttempts;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Changes the person's own password. Their other sessions end; this one stays. */
@Named
@RequestScoped
public class PasswordForm {
    @Inject
    private SignIn signIn;

    @Inject
    private People people;

    @Inject
    private SiteSession sessions;

    @Inject
    private DeviceCookie device;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private String old = "";
    private String password = "";

    public void change() {
        if (formAction.accepted(this::replace, "password", "signIn")) {
            flashMessages.redirect(RequireSignIn.isPasswordDue(request) ? "/" : "/password", "people.password.changed");
        }
    }

    private void replace() {
        String name = SignedIn.of(request).orElseThrow().name();
        SignIn.Proof oldProof = verifyCurrent(name);
        SignIn.Proof newProof = people.changeOwnPassword(oldProof, password);
        // The password has been changed already. If this fails, the person has to sign in again.
        BestEffort.run("renewing a session", () -> sessions.renew(request, newProof));
        device.store(request, response(), name);
    }

    private SignIn.Proof verifyCurrent(String name) {
        try {
            return signIn.signIn(name, old, DeviceCookie.origin(request));
        } catch (TooManyAttempts e) {
            throw e;
        } catch (Refusal e) {
            // The name isn't typed here, so it can't be wrong.
            throw new Refusal("signIn.wrongCurrent");
        }
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    public String getOld() {
        return old;
    }

    public void setOld(String old) {
        this.old = old;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
