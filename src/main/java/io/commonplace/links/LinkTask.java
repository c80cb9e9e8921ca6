package io.commonplace.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something to look at again, after the transaction that has written this row. */
@Entity
@Table(name = "link_task")
public class LinkTask {
    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** A page or, as a target, a file. */
    @Column(name = "subject_id")
    private long subjectId;

    protected LinkTask() {}

    LinkTask(long id, Kind kind, long subjectId) {
        this.id = id;
        this.kind = kind;
        this.subjectId = subjectId;
    }

    /** What to do with the subject. Its name is stored. */
    enum Kind {
        /** It has got a name. Links that look for it may lead here now. */
        NEW_TARGET,
        /** It may also have lost a name. Links that lead here may have to lead elsewhere. */
        TARGET,
        /** Its sections are others. */
        SECTIONS,
        /** Where its links lead has to be looked up again. */
        LINKS,
        /** As {@link #LINKS}, when there is time. */
        FILL
    }
}
