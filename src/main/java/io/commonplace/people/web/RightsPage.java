package io.commonplace.people.web;

import io.commonplace.people.Rights;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.SpaceRights;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form for what each group may do in a space. It sends {@code level-<group>}: a level's name, or NONE. */
@Named
@RequestScoped
public class RightsPage {
    private static final List<String> CHOICES = List.of("NONE", "VIEW", "EDIT", "ADMINISTER");

    @Inject
    private Rights rights;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private String space = "";
    private @Nullable SpaceRights current;

    public void load() {
        current = rights.of(currentUser.viewer(), space);
    }

    public void save() {
        SpaceRights known = rights.of(currentUser.viewer(), space);
        if (formAction.accepted(() -> rights.replace(currentUser.viewer(), known.spaceId(), chosen(known)))) {
            flashMessages.redirect(currentUser.isAdministrator() ? "/admin/spaces" : "/", "rights.saved", known.name());
        }
    }

    private Map<Long, SpaceLevel> chosen(SpaceRights known) {
        Map<Long, SpaceLevel> levels = new HashMap<>();
        for (SpaceRights.GroupRight group : known.groups()) {
            String name = request.getParameter("level-" + group.groupId());
            Arrays.stream(SpaceLevel.values())
                    .filter(level -> level.name().equals(name))
                    .forEach(level -> levels.put(group.groupId(), level));
        }
        return levels;
    }

    public @Nullable SpaceRights getCurrent() {
        return current;
    }

    public List<String> getChoices() {
        return CHOICES;
    }

    public String getSpace() {
        return space;
    }

    public void setSpace(String space) {
        this.space = space;
    }
}
