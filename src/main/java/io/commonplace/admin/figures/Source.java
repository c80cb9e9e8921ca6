package io.commonplace.admin.figures;

/** Something that figures tell about. */
interface Source {
    /** Called once, when the application starts. */
    void register(Gauges gauges);
}
