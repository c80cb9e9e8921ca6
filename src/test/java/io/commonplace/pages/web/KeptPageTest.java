package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.people.web.PersonalMark;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptPageTest {
    private static final String MARKUP = "<b>" + PersonalMark.DISPLAY_NAME.text() + "</b><i title=\""
            + PersonalMark.CSRF_TOKEN.text() + "\">Grüße</i>" + PersonalMark.CSRF_TOKEN.text();

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Map<String, Object> headers = new HashMap<>();

    @Test
    void eachReaderGetsTheirOwn() throws IOException {
        KeptPage page = KeptPage.of(MARKUP);

        page.writeTo(response(), new Reader("Ada", "t1"));
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("<b>Ada</b><i title=\"t1\">Grüße</i>t1");
        assertThat(headers).containsEntry("setContentLength", sent.size());

        sent.reset();
        page.writeTo(response(), new Reader("Bob", "t2"));
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("<b>Bob</b><i title=\"t2\">Grüße</i>t2");
    }

    @Test
    void whatAPersonIsCalledIsNoMarkup() throws IOException {
        KeptPage.of(MARKUP).writeTo(response(), new Reader("<script>\"&", "t"));
        assertThat(sent.toString(StandardCharsets.UTF_8)).startsWith("<b>&lt;script&gt;&quot;&amp;</b>");
    }

    @Test
    void markupWithoutMarksIsSentAsItIs() throws IOException {
        KeptPage.of("<p>Ω</p>").writeTo(response(), new Reader("Ada", "t"));
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("<p>Ω</p>");
        assertThat(KeptPage.of("<p>Ω</p>").size()).isEqualTo(9);
    }

    /** Of a response, only what is used here. */
    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getOutputStream")) {
                        return stream();
                    }
                    headers.put(method.getName(), arguments[0]);
                    return null;
                });
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                sent.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("A page is written at once");
            }
        };
    }

    private static final class Reader extends CurrentUser {
        private final String name;
        private final String token;

        private Reader(String name, String token) {
            this.name = name;
            this.token = token;
        }

        @Override
        public String getDisplayName() {
            return name;
        }

        @Override
        public String csrf() {
            return token;
        }
    }
}
