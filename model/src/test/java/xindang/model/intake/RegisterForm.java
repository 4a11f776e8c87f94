package xindang.model.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import xindang.model.intake.InventedRegister.Household;
import xindang.model.intake.InventedRegister.Person;

/** A form in which offices write registers. */
enum RegisterForm {
    /** One row for each household. */
    FLAT,
    /** One row for each person, every cell filled, in any order. */
    FILLED,
    /** One row for each person, the cells of the household merged. */
    MERGED,
    /** One row for each person, the cells of the household blank below the first. */
    BLANK,
    /** One row for each person with the head beside the person, in any order. */
    HEAD_COLUMNS,
    /** One row for each household with its members beside each other. */
    BESIDE,
    /** One sheet for each village, with one row for each person. */
    SHEETS;

    private static final List<String> PERSONS = List.of("序号", "行政村", "户号", "家庭年总收入（元）", "姓名", "与户主关系", "公民身份号码");

    boolean hasMembers() {
        return this != FLAT;
    }

    List<Sheet> write(InventedRegister register, Random random) {
        var households = register.households();
        return switch (this) {
            case FLAT -> List.of(sheet("花名册", flat(households)));
            case FILLED -> List.of(sheet("花名册", shuffled(persons(households, true), random)));
            case MERGED -> List.of(merged(households));
            case BLANK -> List.of(sheet("花名册", persons(households, false)));
            case HEAD_COLUMNS -> List.of(sheet("花名册", shuffled(headColumns(households), random)));
            case BESIDE -> List.of(sheet("花名册", beside(households)));
            case SHEETS ->
                InventedRegister.VILLAGES.stream()
                        .map(village -> sheet(
                                village,
                                persons(
                                        households.stream()
                                                .filter(household ->
                                                        household.village().equals(village))
                                                .toList(),
                                        true)))
                        .toList();
        };
    }

    private static List<List<String>> flat(List<Household> households) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("序号", "行政村", "户主姓名", "户主身份证号", "家庭年总收入（元）"));
        for (var household : households) {
            rows.add(List.of(
                    Integer.toString(rows.size()),
                    household.village(),
                    household.head().name(),
                    household.head().number(),
                    household.income()));
        }
        return rows;
    }

    private static List<List<String>> persons(List<Household> households, boolean filled) {
        var rows = new ArrayList<List<String>>();
        rows.add(PERSONS);
        for (var household : households) {
            var of = List.of(
                    Integer.toString(households.indexOf(household) + 1),
                    household.village(),
                    household.number(),
                    household.income());
            rows.add(row(of, household.head()));
            household.members().forEach(member -> rows.add(row(filled ? of : List.of("", "", "", ""), member)));
        }
        return rows;
    }

    private static List<String> row(List<String> household, Person person) {
        return Stream.concat(household.stream(), Stream.of(person.name(), person.relation(), person.number()))
                .toList();
    }

    private static Sheet merged(List<Household> households) {
        var merges = new ArrayList<MergedCell>();
        var first = 2;
        for (var household : households) {
            var last = first + household.members().size();
            for (var column = 0; last > first && column < 4; column++) {
                merges.add(new MergedCell(first, last, column, column));
            }
            first = last + 1;
        }
        return new Sheet(
                "花名册.xlsx", "花名册", sheet("花名册", persons(households, false)).rows(), merges);
    }

    private static List<List<String>> headColumns(List<Household> households) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("户主姓名", "户主身份证号", "行政村", "家庭年总收入（元）", "姓名", "与户主关系", "身份证号"));
        for (var household : households) {
            var of = List.of(
                    household.head().name(), household.head().number(), household.village(), household.income());
            rows.add(row(of, household.head()));
            household.members().forEach(member -> rows.add(row(of, member)));
        }
        return rows;
    }

    private static List<List<String>> beside(List<Household> households) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("行政村", "户主姓名", "户主身份证号", "家庭年总收入（元）"));
        IntStream.range(0, 3).forEach(n -> header.addAll(List.of("成员姓名", "与户主关系", "成员身份证号")));
        rows.add(header);
        for (var household : households) {
            var row = new ArrayList<>(List.of(
                    household.village(),
                    household.head().name(),
                    household.head().number(),
                    household.income()));
            household
                    .members()
                    .forEach(member -> row.addAll(List.of(member.name(), member.relation(), member.number())));
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> shuffled(List<List<String>> rows, Random random) {
        Collections.shuffle(rows.subList(1, rows.size()), random);
        return rows;
    }

    private static Sheet sheet(String name, List<List<String>> rows) {
        return new Sheet("花名册.xlsx", name, RosterOffice.sheet(rows).rows());
    }
}
