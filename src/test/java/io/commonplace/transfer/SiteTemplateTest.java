package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteTemplateTest {
    @Test
    void whatLooksLikeAPlaceInATextStaysAsItIs() {
        assertThat(page("a.html", "<p>{{title}} $1 \\</p>")).contains("<p>{{title}} $1 \\</p>");
    }

    @Test
    void stylesAndScriptsAreFoundFromAnyFolder() {
        assertThat(page("handbook/a/b.html", "")).contains("href=\"../../_site/style.css\"");
        assertThat(page("index.html", "")).contains("href=\"_site/style.css\"");
        assertThat(SiteTemplate.resource("style.css")).asString().contains(".prose");
    }

    @Test
    void namesAreEscaped() {
        assertThat(SiteTemplate.link("s/a.html", "s/b \"c\" <d>.html", "<b>"))
                .isEqualTo("<a href=\"b%20%22c%22%20%3Cd%3E.html\">&lt;b&gt;</a>");
    }

    private static String page(String file, String text) {
        Map<String, String> markup = new HashMap<>();
        List.of("title", "space", "trail", "changed", "outline", "files", "footer")
                .forEach(place -> markup.put(place, ""));
        markup.put("text", text);
        return SiteTemplate.page(file, "handbook", markup);
    }
}
