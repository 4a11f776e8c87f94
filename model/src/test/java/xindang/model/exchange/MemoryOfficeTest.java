package xindang.model.exchange;

import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.ExchangeStoreContract;
import xindang.model.testing.MemoryOffice;
import xindang.model.testing.Office;

class MemoryOfficeTest extends ExchangeStoreContract {
    @Override
    protected Office office() {
        return new MemoryOffice("LL-01-a001", ShippedTemplates.load());
    }
}
