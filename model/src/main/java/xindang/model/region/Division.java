package xindang.model.region;

import java.util.Optional;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;

/**
 * One unit of the division table.
 *
 * @param name name in the table, such as 双桥村村委会
 * @param parent the unit above; empty for a province
 */
public record Division(DivisionCode code, DivisionLevel level, String name, Optional<DivisionCode> parent) {
    /** Returns the usual name: 双桥村 for 双桥村村委会, 北土社区 for 北土社区居民委员会. */
    public String shortName() {
        return level == DivisionLevel.VILLAGE ? VillageName.of(name).usual() : name;
    }
}
