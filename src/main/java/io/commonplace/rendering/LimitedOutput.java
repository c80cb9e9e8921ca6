package io.commonplace.rendering;

/** Collects text up to a limit in characters, and within the time {@link Budget budget}. */
final class LimitedOutput implements Appendable {
    private static final int CHECK_EVERY = 256;
    private static final int CHARS_BETWEEN_CHECKS = 64 << 10;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int calls;
    private int checkedLength;

    LimitedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public Appendable append(CharSequence more) {
        text.append(more);
        return checked();
    }

    @Override
    public Appendable append(CharSequence more, int start, int end) {
        text.append(more, start, end);
        return checked();
    }

    @Override
    public Appendable append(char c) {
        text.append(c);
        return checked();
    }

    private Appendable checked() {
        if (text.length() > limit) {
            throw new RenderingRefused("rendering.outputTooLarge", (long) limit);
        }
        if (++calls % CHECK_EVERY == 0 || text.length() - checkedLength > CHARS_BETWEEN_CHECKS) {
            checkedLength = text.length();
            Budget.check();
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
