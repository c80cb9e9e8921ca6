package io.commonplace.rendering;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that rendering adds to what people have written. A rendered page is stored once, so they are in the site's language. */
final class Labels {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.commonplace.messages", Locale.ENGLISH);

    private Labels() {}

    static String of(String key) {
        return BUNDLE.getString(key);
    }

    static String of(String key, String argument) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(new Object[] {argument});
    }
}
