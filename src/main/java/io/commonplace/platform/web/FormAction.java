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

/** What a form asks for: done, or refused with words at the field that is to be mended. */
@Named
@ApplicationScoped
public class FormAction {
    /**
     * @param fields identifiers of the form's inputs; a refusal whose key has one of them as a part ({@code name} in
     *     {@code people.name.taken}) is shown there, any other one above the form
     * @return whether the action was done
     * @throws NotFound Forbidden which no change of the form mends
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

    /** Says at a field what is to be mended there, besides what the action was refused for. */
    public void refuse(String field, String key, Object... arguments) {
        FacesContext.getCurrentInstance().addMessage(field, message(Messages.text(key, arguments)));
    }

    /** What to show above the form. */
    public List<String> getRefusals() {
        return refusalsOf(null);
    }

    /** What to show at the field. */
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
