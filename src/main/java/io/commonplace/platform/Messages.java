package io.commonplace.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that people read, from {@code messages.properties}. */
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.commonplace.messages", Locale.ENGLISH);

    private Messages() {}

    /** @throws java.util.MissingResourceException if the bundle lacks the key; a test checks all keys */
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }

    public static String text(Refusal refusal) {
        return text(refusal.key(), refusal.arguments());
    }
}
