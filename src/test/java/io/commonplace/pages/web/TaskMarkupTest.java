package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.LinkResolver;
import io.commonplace.rendering.Renderer;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class TaskMarkupTest {
    private static final String START = "<input type=\"checkbox\" disabled=\"\" data-task=\"";

    private static final LinkResolver NO_LINKS = new LinkResolver() {
        @Override
        public Optional<String> page(String destination) {
            return Optional.empty();
        }

        @Override
        public Optional<String> wiki(String target) {
            return Optional.empty();
        }
    };

    @Test
    void tasksBecomeFields() {
        String html = rendered("- [ ] write\n- [x] \"read\"");

        Elements boxes =
                Jsoup.parse(TaskMarkup.tickable(html)).select("input[type=checkbox][name=done]:not([disabled])");
        assertThat(boxes.eachAttr("value")).containsExactly("0", "1");
        assertThat(boxes.eachAttr("aria-label")).containsExactly("write", "\"read\"");
        assertThat(boxes.get(1).hasAttr("checked")).isTrue();
    }

    @Test
    void nothingElseDoes() {
        String html =
                rendered("<input type=\"checkbox\" checked=\"\">\n\n`" + START + "0\"`\n\n[a](b '" + START + "0\"')");

        assertThat(TaskMarkup.hasTasks(html)).isFalse();
        assertThat(TaskMarkup.tickable(html)).isEqualTo(html);
    }

    private static String rendered(String markdown) {
        return new Renderer().render(markdown, page -> NO_LINKS).html();
    }
}
