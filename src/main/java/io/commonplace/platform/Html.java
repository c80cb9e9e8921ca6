package io.commonplace.platform;

/** Escaping, for markup that is built in Java because it is on the way of every page view. */
public final class Html {
    private Html() {}

    /** Appends text so that it is text, in an element or in an attribute with double quotation marks. */
    public static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
    }
}
