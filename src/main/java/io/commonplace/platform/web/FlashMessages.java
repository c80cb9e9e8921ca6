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

/** Redirects after a form's action, with a message that the next page shows once. A cookie carries it, not the session. */
@Named
@RequestScoped
public class FlashMessages {
    private static final String COOKIE = "notice";
    private static final int LIFETIME_SECONDS = 30;

    @Inject
    private HttpServletRequest request;

    private String text = "";
    private String undo = "";

    /** Reads the message and removes its cookie, so that it is shown once. */
    @PostConstruct
    void take() {
        RequestCookies.find(request, COOKIE).ifPresent(value -> {
            String[] lines = decode(value).split("\n", 2);
            text = lines[0];
            undo = lines.length == 1 ? "" : LocalPath.orHome(lines[1]);
            if (FacesContext.getCurrentInstance().getExternalContext().getResponse()
                    instanceof HttpServletResponse response) {
                response.addCookie(RequestCookies.make(request, COOKIE, "", 0));
            }
        });
    }

    /** Whether the next page will show a message. */
    public static boolean isWaiting(HttpServletRequest request) {
        return RequestCookies.find(request, COOKIE).isPresent();
    }

    /** The message of the form's action; empty for none. */
    public String getText() {
        return text;
    }

    /** A path at which the action can be undone; empty for none. */
    public String getUndo() {
        return undo;
    }

    /** Redirects to a path of this site, which shows the message. */
    public void redirect(String path, String key, Object... arguments) {
        redirectTo(path, Messages.text(key, arguments));
    }

    /** Redirects with a message and a link to a path of this site at which the action can be undone. */
    public void redirectWithUndo(String path, String undo, String key, Object... arguments) {
        redirectTo(path, Messages.text(key, arguments).replace('\n', ' ') + "\n" + undo);
    }

    private void redirectTo(String path, String message) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletResponse) external.getResponse())
                .addCookie(RequestCookies.make(request, COOKIE, value, LIFETIME_SECONDS));
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
