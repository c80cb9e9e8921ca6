package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page must run no script, load nothing from another site and send no form. */
class SafetyTest {
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z][^\\s>/]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"]+)=\"([^\"]*)\"");
    private static final Set<String> ATTRIBUTES = Set.of(
            "href",
            "src",
            "alt",
            "title",
            "id",
            "class",
            "rel",
            "loading",
            "width",
            "height",
            "aria-label",
            "tabindex",
            "role",
            "colspan",
            "rowspan",
            "scope",
            "start",
            "type",
            "disabled",
            "checked",
            "open",
            "lang",
            "dir");

    private static final Set<String> FORBIDDEN = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "applet",
            "form",
            "button",
            "select",
            "option",
            "textarea",
            "meta",
            "base",
            "link",
            "svg",
            "math",
            "video",
            "audio",
            "source",
            "picture",
            "template",
            "noscript",
            "title",
            "body",
            "html",
            "head",
            "frame",
            "frameset",
            "xmp",
            "plaintext",
            "marquee",
            "dialog",
            "main");

    /** One attack a line, with escapes as in Java. */
    static Stream<String> attacks() {
        return SpecExample.resource("attacks.txt").lines().map(String::translateEscapes);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noAttackRunsLoadsOrSendsAnything(String attack) {
        assertSafe(Rendered.html(attack));
        assertSafe(Rendered.html("text " + attack + " text"));
    }

    static Stream<String> addresses() {
        return SpecExample.resource("addresses.txt").lines().map(String::translateEscapes);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anAddressThatCouldRunIsNoLink(String address) {
        for (String markdown : List.of(
                "[x](" + address + ")",
                "[x](<" + address + ">)",
                "![x](" + address + ")",
                "<" + address + ">",
                "[x]\n\n[x]: " + address,
                "[[" + address + "]]",
                "<a href=\"" + address + "\">x</a>",
                "<a href='" + address + "'>x</a>",
                "<a href=" + address + ">x</a>",
                "<img src=\"" + address + "\">",
                "<iframe src=\"" + address + "\"></iframe>",
                "<a href=\"x\" href=\"" + address + "\">x</a>",
                "<a name=x href=\"" + address + "\">x</a>")) {
            assertSafe(Rendered.html(markdown));
        }
    }

    @Test
    void aResolverCannotBypassThePolicy() {
        LinkResolver careless = new LinkResolver() {
            @Override
            public Optional<String> page(String destination) {
                return Optional.of("javascript:alert(1)");
            }

            @Override
            public Optional<String> wiki(String target) {
                return Optional.of("\" onclick=\"alert(1)");
            }
        };
        Renderer renderer = new Renderer();
        assertSafe(renderer.render(renderer.parse("[x](y) ![x](y) [[z]]"), careless)
                .html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a id=config href=\"x.md\">x</a>",
                "<img id=config src=x.png>",
                "<img name=config src=x.png>",
                "<a id=config></a><a id=config name=url href=x.md></a>",
                "<form id=config><input name=url></form>",
                "<a name=config href=\"x.md\">x</a>",
                "<input type=checkbox id=config name=config>"
            })
    void anElementWithAValueCannotTakeAVariablesName(String markdown) {
        String html = Rendered.html(markdown);
        assertThat(html).doesNotContain("name=").doesNotContainPattern("<(?:img|input)[^>]* id=\"config\"");
        assertThat(html).doesNotContainPattern("<a(?=[^>]* href=)[^>]* id=\"config\"");
    }

    @Test
    void aPageCannotCloseTheFrameAroundIt() {
        assertThat(Rendered.html("</div></main></body></html>\n\n</article>x")).doesNotContain("</");
    }

    @Test
    void idsOfTheSitesOwnFormsCannotBeTaken() {
        assertThat(Rendered.html("<p id=\"login:password\">x</p>")).isEqualTo("<p>x</p>");
    }

    private static void assertSafe(String html) {
        assertThat(TAG.matcher(html).replaceAll("")).as("text of " + html).doesNotContain("<");
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String name = tag.group(1).replace("/", "");
            assertThat(FORBIDDEN).as(html).doesNotContain(name);
            assertThat(Policy.allows(name)).as(html).isTrue();
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
            while (attribute.find()) {
                assertThat(ATTRIBUTES).as(html).contains(attribute.group(1));
                if (attribute.group(1).equals("href") || attribute.group(1).equals("src")) {
                    assertLeadsSomewhereHarmless(name, attribute.group(2));
                }
            }
            assertThat(ATTRIBUTE.matcher(tag.group(2)).replaceAll("").replace("/", ""))
                    .as(html)
                    .isBlank();
        }
    }

    private static void assertLeadsSomewhereHarmless(String element, String encoded) {
        // Decoded once, as a browser does. A reference that is left afterwards is text.
        String decoded = encoded.replace("&#61;", "=").replace("&#64;", "@").replace("&#43;", "+");
        assertThat(decoded).doesNotContain("&#");
        String url = decoded.replace("&amp;", "&");
        assertThat(url).doesNotContainPattern("[\\s\\p{Cntrl}]");
        String beforeSlash = url.split("[/?#]", 2)[0];
        if (beforeSlash.contains(":")) {
            assertThat(beforeSlash).isIn("http:", "https:");
            assertThat(element).isEqualTo("a");
        }
        if (element.equals("img")) {
            assertThat(url).doesNotStartWith("//");
        }
    }
}
