package xindang.model.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** Units of land. A 垧 is 15 亩 in Heilongjiang, a hectare 15 亩, a 亩 two thousand thirds of a square metre. */
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

    /** How many 亩 one unit is. */
    public BigDecimal mu() {
        return mu;
    }
}
