package xindang.model.practice;

import java.time.LocalDate;
import xindang.model.value.PersonName;
import xindang.model.value.Phone;
import xindang.model.value.ResidentNumber;
import xindang.model.value.Sex;

/** An invented person. */
public record InventedPerson(PersonName name, ResidentNumber number, Phone phone) {
    public Sex sex() {
        return number.sex();
    }

    public LocalDate birthDate() {
        return number.birthDate();
    }
}
