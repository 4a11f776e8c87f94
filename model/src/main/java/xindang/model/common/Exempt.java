package xindang.model.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that may break one rule of the house, and says why.
 *
 * <p>The house tests read it, so that an exemption stands in the class it concerns and goes when the class goes.
 */
@Documented
@Repeatable(Exempt.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exempt {
    /** The rule that does not hold here. */
    Rule from();

    /** Why it cannot hold here; a sentence. */
    String because();

    /** The rules a class can be exempt from. */
    enum Rule {
        /** Only entry points write to the console or end the process. */
        CONSOLE,
        /** Threads and thread pools are made in one place of each program. */
        THREADS,
        /** The time comes from an injected clock. */
        CLOCK,
        /** Only the outermost handlers catch everything. */
        CATCH_ALL,
        /** A file fits in the head: at most 400 lines. */
        LENGTH
    }

    /** Holds several exemptions of one class. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        /** The exemptions. */
        Exempt[] value();
    }
}
