package io.commonplace.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of views that have arguments: {@code #{messages.of('pages.edit.title', title)}}. The others come straight
 * from the bundle, {@code #{msg['people.login.title']}}, which costs a page view less.
 */
@Named("messages")
@ApplicationScoped
public class ViewMessages {
    /** The bundle's name in views; see faces-config.xml. */
    private static final String BUNDLE = "msg";

    /** In the language of the view. */
    public String of(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResourceBundle bundle = faces.getApplication().getResourceBundle(faces, BUNDLE);
        Locale language = Locale.forLanguageTag(bundle.getString("site.page.language"));
        return new MessageFormat(bundle.getString(key), language).format(arguments);
    }
}
