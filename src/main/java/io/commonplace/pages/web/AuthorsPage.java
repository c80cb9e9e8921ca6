package io.commonplace.pages.web;

import io.commonplace.pages.PassageAuthors;
import io.commonplace.pages.PassageAuthors.Passage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who wrote what on a page, and when. */
@Named
@RequestScoped
public class AuthorsPage {
    @Inject
    private PageAddress address;

    @Inject
    private PassageAuthors authors;

    private List<Passage> passages = List.of();

    public void load() {
        passages = authors.of(address.getPage());
    }

    public List<Passage> getPassages() {
        return passages;
    }
}
