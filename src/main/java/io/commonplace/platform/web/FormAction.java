package io.commonplace.platform.web;

import io.commonplace.platform.Forbidden;
import io.commonplace.platform.Messages;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a form's action, and shows a refusal's message at the field that must be corrected. */
@Named
@ApplicationScoped
public class FormAction {
    /**
     * Runs the action.
     *
     * @param fields ids of the form's inputs; a refusal whose key contains one of them ({@code name} in
     *     {@code people.name.taken}) is shown there, any other one above the form
     * @return whether the action succeeded
     * @throws NotFound which no correction of the form can avoid
     * @throws Forbidden which no correction of the form can avoid
     */
    public boolean accepted(Runnable action, String... fields) {
        try {
            action.run();
            return true;
        } catch (NotFound | Forbidden e) {
            throw e;
        } catch (Refusal e) {
            FacesContext.getCurrentInstance().addMessage(field(e.key(), fields), message(Messages.text(e)));
            return false;
        }
    }

    /** Shows a message at a field, in addition to the action's refusal. */
    public void refuse(String field, String key, Object... arguments) {
        FacesContext.getCurrentInstance().addMessage(field, message(Messages.text(key, arguments)));
    }

    /** The messages above the form. */
    public List<String> getRefusals() {
        return refusalsOf(null);
    }

    /** The messages at a field; null for those above the form. */
    public List<String> refusalsOf(@Nullable String field) {
        return FacesContext.getCurrentInstance().getMessageList(field).stream()
                .peek(FacesMessage::rendered)
                .map(FacesMessage::getSummary)
                .toList();
    }

    private static @Nullable String field(String key, String... fields) {
        List<String> parts = List.of(key.split("\\."));
        return Arrays.stream(fields).filter(parts::contains).findFirst().orElse(null);
    }

    private static FacesMessage message(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }
}
