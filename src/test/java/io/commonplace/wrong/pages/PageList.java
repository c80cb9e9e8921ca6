package io.commonplace.wrong.pages;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Queries in a class that is no place for them. */
class PageList {
    List<String> titles(EntityManager em) {
        return em.createQuery("select p.title from Page p", String.class).getResultList();
    }
}
