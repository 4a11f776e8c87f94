package xindang.cli.report;

import xindang.model.template.Audience;

/** The readers of a report, with their names on the command line. */
enum Audiences {
    OFFICE(Audience.OFFICE),
    BANK(Audience.RECIPIENT),
    SELF(Audience.SELF);

    private final Audience audience;

    Audiences(Audience audience) {
        this.audience = audience;
    }

    Audience audience() {
        return audience;
    }
}
