package io.commonplace.wrong.web;

import io.commonplace.database.Writes;

/** A form that begins a transaction itself. */
class SavingForm {
    @Writes
    void save() {}

    /** The same, by its class. */
    @Writes
    static class Always {}
}
