package xindang.sync;

import xindang.model.testing.Office;

class MemoryConvergenceTest extends ConvergenceContract {
    @Override
    Office office(Village village, String device) {
        return village.office(device);
    }
}
