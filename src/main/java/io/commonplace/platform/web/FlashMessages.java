package io.commonplace.platform.web;

import io.commonplace.platform.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Goes on to the next page after a form has done its work, which that page says. The words travel in a cookie, not in the session. */
@Named
@RequestScoped
public class FlashMessages {
    private static final String COOKIE = "notice";
    private static final int SECONDS = 30;

    @Inject
    private HttpServletRequest request;

    private String text = "";
    private String undo = "";

    /** Takes the notice, so that it is said once. */
    @PostConstruct
    void take() {
        RequestCookies.find(request, COOKIE).ifPresent(value -> {
            String[] said = decode(value).split("\n", 2);
            text = said[0];
            undo = said.length == 1 ? "" : LocalPath.orHome(said[1]);
            if (FacesContext.getCurrentInstance().getExternalContext().getResponse()
                    instanceof HttpServletResponse response) {
                response.addCookie(RequestCookies.make(request, COOKIE, "", 0));
            }
        });
    }

    /** What the page before wants to be said; empty for nothing. */
    public String getText() {
        return text;
    }

    /** Where it can be undone; empty for nowhere. */
    public String getUndo() {
        return undo;
    }

    /** Redirects to a path of this site. @param key of a message that the page there shows */
    public void sayAt(String path, String key, Object... arguments) {
        goTo(path, Messages.text(key, arguments));
    }

    /** The same, with a link to a path of this site at which it can be undone. */
    public void sayWithUndoAt(String path, String undo, String key, Object... arguments) {
        goTo(path, Messages.text(key, arguments).replace('\n', ' ') + "\n" + undo);
    }

    private void goTo(String path, String words) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletResponse) external.getResponse()).addCookie(RequestCookies.make(request, COOKIE, value, SECONDS));
        try {
            external.redirect(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
