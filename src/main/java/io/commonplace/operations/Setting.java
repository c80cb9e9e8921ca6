package io.commonplace.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A setting for the whole site, made by an administrator. */
@Entity
@Table(name = "site_setting")
public class Setting {
    @Id
    private String name;

    private String value;

    @Column(name = "changed_by_name")
    private String changedByName;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Setting() {}

    Setting(String name, String value, String changedByName, Instant now) {
        this.name = name;
        this.value = value;
        this.changedByName = changedByName;
        this.changedAt = now;
    }

    void set(String value, String changedByName, Instant now) {
        this.value = value;
        this.changedByName = changedByName;
        this.changedAt = now;
    }

    public String getValue() {
        return value;
    }

    public String getChangedByName() {
        return changedByName;
    }

    public Instant getChangedAt() {
        return changedAt;
    }
}
