package io.commonplace.search;

import io.commonplace.pages.SpaceLanguageChanged;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The languages that a space can have. If it gets another one, its pages are put into all indexes again. */
@ApplicationScoped
public class SpaceLanguages {
    private static final List<Choice> CHOICES = Arrays.stream(Language.values())
            .map(Language::code)
            .map(code -> new Choice(code, Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)))
            .sorted(Comparator.comparing(Choice::name))
            .toList();

    @Inject
    private ChangeLog changes;

    /** Sorted by name. */
    public List<Choice> choices() {
        return CHOICES;
    }

    void changed(@Observes SpaceLanguageChanged change) {
        if (!change.language().isEmpty() && Language.of(change.language()).isEmpty()) {
            throw new Refusal("space.language.unknown");
        }
        changes.requestRebuild(change.spaceId());
    }

    /** @param code ISO 639-1 */
    public record Choice(String code, String name) {}
}
