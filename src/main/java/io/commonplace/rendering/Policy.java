package io.commonplace.rendering;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML elements and attributes that pages may contain. Nothing among them runs a script, loads from another site, sends
 * a form or changes the design. Allowed classes are those of our own stylesheet.
 */
final class Policy {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}%?");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_.-]{0,200}");
    private static final Pattern CLASS = Pattern.compile(
            "external|broken|footnotes|footnote-ref|footnote-backref|alert alert-[a-z]+|alert-title|math|diagram");

    private static final Set<String> ELEMENTS = words("""
            h1 h2 h3 h4 h5 h6 p div section article aside header footer blockquote pre hr br wbr ul ol li dl dt
            dd table caption colgroup col thead tbody tfoot tr th td figure figcaption details summary a img
            span em strong b i u s del ins sub sup small mark kbd samp var code abbr cite dfn q time bdi bdo
            ruby rt rp
            """);
    static final PolicyFactory INSTANCE = builder().toFactory();

    private Policy() {}

    /** Whether pages may contain the element. */
    static boolean allows(String element) {
        return ELEMENTS.contains(element) || element.equals("input");
    }

    private static HtmlPolicyBuilder builder() {
        HtmlPolicyBuilder policy = new HtmlPolicyBuilder();
        policy.allowElements(ELEMENTS.toArray(String[]::new)).allowWithoutAttributes("a", "span");
        global(policy);
        links(policy);
        tables(policy);
        lists(policy);
        return policy;
    }

    private static void global(HtmlPolicyBuilder policy) {
        policy.allowAttributes("id").matching(ID).globally();
        policy.allowAttributes("title", "lang").globally();
        policy.allowAttributes("dir").matching(true, "ltr", "rtl", "auto").globally();
        policy.allowAttributes("class").matching(CLASS).onElements("a", "span", "section", "sup", "div", "p", "figure");
        policy.allowAttributes("class")
                .matching(Pattern.compile("language-[\\p{L}\\p{N}_+#.:-]{1,50}"))
                .onElements("code");
    }

    private static void links(HtmlPolicyBuilder policy) {
        policy.allowUrlProtocols("http", "https", "mailto", "tel");
        policy.allowAttributes("href", "rel", "aria-label").onElements("a");
        policy.allowAttributes("src", "alt").onElements("img");
        policy.allowAttributes("loading").matching(true, "lazy").onElements("img");
        policy.allowAttributes("width", "height").matching(NUMBER).onElements("img");
        policy.allowAttributes("datetime").onElements("time", "del", "ins");
        policy.allowAttributes("open").onElements("details");
    }

    private static void tables(HtmlPolicyBuilder policy) {
        policy.allowAttributes("align")
                .matching(true, "left", "center", "right")
                .onElements("td", "th");
        policy.allowAttributes("colspan", "rowspan").matching(NUMBER).onElements("td", "th");
        policy.allowAttributes("span").matching(NUMBER).onElements("col", "colgroup");
        policy.allowAttributes("scope")
                .matching(true, "row", "col", "rowgroup", "colgroup")
                .onElements("th");
    }

    private static void lists(HtmlPolicyBuilder policy) {
        policy.allowAttributes("start", "value")
                .matching(Pattern.compile("-?[0-9]{1,9}"))
                .onElements("ol", "li");
        policy.allowAttributes("reversed").onElements("ol");
        policy.allowAttributes("type").matching(false, "1", "a", "A", "i", "I").onElements("ol");
        policy.allowElements(Policy::onlyCheckbox, "input");
        policy.allowAttributes("type", "checked", "aria-label").onElements("input");
        policy.allowAttributes(Tasks.NUMBER)
                .matching(Pattern.compile("[0-9]{1,9}"))
                .onElements("input");
    }

    /** Allows the checkboxes of task lists only: any other input could ask for a password. */
    private static @Nullable String onlyCheckbox(String element, List<String> attributes) {
        Attributes input = Attributes.of(attributes);
        if (!"checkbox".equalsIgnoreCase(input.get("type"))) {
            return null;
        }
        boolean checked = input.get("checked") != null;
        String task = input.get(Tasks.NUMBER);
        String label = input.get("aria-label", "");
        attributes.clear();
        attributes.addAll(List.of("type", "checkbox", "disabled", ""));
        if (task != null) {
            attributes.addAll(List.of(Tasks.NUMBER, task));
        }
        attributes.addAll(List.of("aria-label", task == null || label.isEmpty() ? label(checked) : label));
        if (checked) {
            attributes.addAll(List.of("checked", ""));
        }
        return element;
    }

    private static String label(boolean checked) {
        return Labels.of(checked ? "rendering.label.done" : "rendering.label.toDo");
    }

    private static Set<String> words(String text) {
        return Pattern.compile("\\s+").splitAsStream(text).collect(Collectors.toUnmodifiableSet());
    }
}
