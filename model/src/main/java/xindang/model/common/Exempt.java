package xindang.model.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that may break one house rule, and gives the reason.
 *
 * <p>The house tests read it. The exemption is part of its class, so deleting the class deletes the exemption.
 */
@Documented
@Repeatable(Exempt.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exempt {
    /** The rule that the class may break. */
    Rule from();

    /** The reason, as a sentence. */
    String because();

    /** The rules from which a class can be exempt. */
    enum Rule {
        /** Only entry points write to the console or end the process. */
        CONSOLE,
        /** One place of each program makes threads and thread pools. */
        THREADS,
        /** The time comes from an injected clock. */
        CLOCK,
        /** Only the outermost handlers catch every exception. */
        CATCH_ALL,
        /** A file has at most 400 lines. */
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
