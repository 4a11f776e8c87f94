package xindang.model.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** Units of land. In Heilongjiang a 垧 is 15 亩. A hectare is 15 亩. A 亩 is 2000/3 square metres. */
public enum AreaUnit {
    MU("1"),
    SHANG("15"),
    HECTARE("15"),
    SQUARE_METRE("0.0015"),
    FEN("0.1");

    private final BigDecimal mu;

    AreaUnit(String mu) {
        this.mu = new BigDecimal(mu, MathContext.UNLIMITED);
    }

    /** Returns the number of 亩 in one unit. */
    public BigDecimal mu() {
        return mu;
    }
}
