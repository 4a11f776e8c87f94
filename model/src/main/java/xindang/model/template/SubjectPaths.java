package xindang.model.template;

import java.util.Optional;

/**
 * The paths of the items of a subject that the program itself needs.
 *
 * @param label label of the subject: 户主, 企业名称, 姓名
 * @param name path of the name
 * @param number path of the number that identifies it
 * @param phone path of the phone
 * @param group path of the 屯 or 组
 * @param unverified path of the yes/no mark that the number is 待核
 */
public record SubjectPaths(
        String label,
        String name,
        String number,
        Optional<String> phone,
        Optional<String> group,
        Optional<String> unverified) {}
