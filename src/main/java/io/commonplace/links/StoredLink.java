package io.commonplace.links;

import io.commonplace.pages.LinkKeys;
import io.commonplace.pages.PageLink;
import io.commonplace.rendering.RenderedLink;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A link of a page's current text. */
@Entity
@Table(name = "page_link")
@IdClass(StoredLink.Key.class)
public class StoredLink {
    /** In characters. Links that are longer lead nowhere; they are stored so that somebody finds them in the text. */
    private static final int MAX_WRITTEN = 8_000;

    private static final int MAX_SECTION = 300;

    @Id
    @Column(name = "page_id")
    private long pageId;

    @Id
    private int number;

    @Column(name = "space_id")
    private long spaceId;

    @Enumerated(EnumType.STRING)
    private RenderedLink.Kind kind;

    private String written;
    private String section;

    @Column(name = "section_key")
    private @Nullable Long sectionKey;

    /** A page or a file: identifiers are unique across tables. */
    @Column(name = "target_id")
    private @Nullable Long targetId;

    @Enumerated(EnumType.STRING)
    private LinkState state;

    protected StoredLink() {}

    /** @param number its place in the text */
    StoredLink(long pageId, int number, long spaceId, PageLink link) {
        RenderedLink rendered = link.link();
        this.pageId = pageId;
        this.number = number;
        this.spaceId = spaceId;
        this.kind = rendered.kind();
        this.written = cut(rendered.written(), MAX_WRITTEN);
        this.section = cut(rendered.section(), MAX_SECTION);
        this.sectionKey = rendered.section().isEmpty() ? null : LinkKeys.ofSection(rendered.section());
        this.targetId = targetId(pageId, link);
        this.state = LinkState.of(link);
    }

    private static @Nullable Long targetId(long pageId, PageLink link) {
        if (link.link().kind() == RenderedLink.Kind.SECTION) {
            return pageId;
        }
        return link.target() == null ? null : (Long) link.target().id();
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    long pageId() {
        return pageId;
    }

    int number() {
        return number;
    }

    /** As people write it. */
    String shown() {
        return kind == RenderedLink.Kind.WIKI ? "[[" + written + "]]" : written;
    }

    @Nullable
    Long targetId() {
        return targetId;
    }

    /** As it was rendered. */
    RenderedLink link() {
        return new RenderedLink(kind, written, section);
    }

    /** The columns of the primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long pageId;
        private int number;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.pageId == pageId && key.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(pageId) * 31 + number;
        }
    }
}
