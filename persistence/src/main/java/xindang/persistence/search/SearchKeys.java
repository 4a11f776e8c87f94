package xindang.persistence.search;

import java.util.Locale;
import java.util.Optional;
import xindang.model.archive.Content;
import xindang.model.template.Completeness;
import xindang.model.template.Template;

/** The search keys of a subject. */
public record SearchKeys(
        String name,
        String given,
        String pinyin,
        String initials,
        String number,
        String numberEnd,
        String phone,
        String phoneEnd,
        String hamlet,
        int filled) {
    private static final int LONGEST = 40;

    /** Returns the keys of a subject's content. */
    public static SearchKeys of(Template template, Content content, Pinyin pinyin) {
        var paths = template.subjectPaths();
        var name = cut(content.text(paths.name()), 200);
        var surname = NameParts.surname(name);
        var key = NameParts.key(name);
        var number = cut(content.text(paths.number()).toUpperCase(Locale.ROOT), LONGEST);
        var phone = digits(text(content, paths.phone()));
        return new SearchKeys(
                name,
                cut(NameParts.given(name), LONGEST),
                cut(pinyin.reading(key, surname), 2 * LONGEST),
                cut(pinyin.initials(key, surname), LONGEST),
                number,
                reversed(number),
                phone,
                reversed(phone),
                cut(text(content, paths.group()), 200),
                Completeness.of(template, content).percent());
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static String text(Content content, Optional<String> path) {
        return path.isPresent() ? content.text(path.get()) : "";
    }

    private static String digits(String phone) {
        var digits = new StringBuilder();
        for (var i = 0; i < phone.length() && digits.length() < LONGEST; i++) {
            var c = phone.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
