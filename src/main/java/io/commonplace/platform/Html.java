package io.commonplace.platform;

/** Escapes text for markup that is built in Java, because every page view needs it. */
public final class Html {
    private Html() {}

    /** Appends escaped text, for the content of an element or for an attribute in double quotation marks. */
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
