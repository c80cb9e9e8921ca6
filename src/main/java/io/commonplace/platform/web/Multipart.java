package io.commonplace.platform.web;

import io.commonplace.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Forms that files are uploaded with. */
public final class Multipart {
    private Multipart() {}

    /** @throws Refusal for a form of another kind, which Faces would report as an error of ours */
    public static void require(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Refusal("form.broken");
        }
    }
}
