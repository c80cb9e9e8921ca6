package io.commonplace.people;

import io.commonplace.platform.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An account. It is deactivated and never deleted, because revisions refer to it. */
@Entity
@Table(name = "person")
public class Person {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int MAX_DISPLAY_NAME_LENGTH = 120;

    @Id
    private long id;

    private String name;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean active;

    @Column(name = "must_change_password")
    private @Nullable Boolean mustChangePassword;

    @Column(name = "created_at")
    private LocalDateTime createdAt;

    @Version
    private int version;

    protected Person() {}

    Person(long id, NewPerson given, String passwordHash, Instant now) {
        String name = given.name().strip();
        String displayName = given.displayName().strip();
        if (!NAME.matcher(name).matches()) {
            throw new Refusal("people.name.form");
        }
        if (displayName.isEmpty() || displayName.length() > MAX_DISPLAY_NAME_LENGTH) {
            throw new Refusal("people.displayName.form", MAX_DISPLAY_NAME_LENGTH);
        }
        this.id = id;
        this.name = name;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.active = true;
        this.createdAt = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    void deactivate() {
        active = false;
    }

    void activate() {
        active = true;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
    }

    /** Forces a password change at the next sign-in: the initial password was printed, so others may have seen it. */
    void requirePasswordChange() {
        mustChangePassword = true;
    }

    boolean mustChangePassword() {
        return Boolean.TRUE.equals(mustChangePassword);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public boolean isActive() {
        return active;
    }

    String passwordHash() {
        return passwordHash;
    }
}
