package io.commonplace.operations.web;

import io.commonplace.database.ReadOnlyMode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whether the site is read-only. In views: {@code #{siteMode.readOnly}}, {@code #{siteMode.text}}. */
@Named
@RequestScoped
public class SiteMode {
    @Inject
    private ReadOnlyMode mode;

    private String text = "";

    @PostConstruct
    void load() {
        text = mode.text().orElse("");
    }

    public boolean isReadOnly() {
        return !text.isEmpty();
    }

    /** Empty when everything can be saved. */
    public String getText() {
        return text;
    }
}
