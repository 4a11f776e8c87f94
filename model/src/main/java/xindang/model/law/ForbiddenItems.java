package xindang.model.law;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.common.Violation;

/**
 * Knows what 征信业管理条例 article 14(1) forbids to collect about a person (religion, genes, fingerprints, blood type,
 * illness and its history) and the biometric features of 个人信息保护法 article 28, by what a label means rather than by
 * one spelling. Width, spaces, punctuation, case and traditional characters make no difference. Harmless words that
 * contain a forbidden one (病虫害, 诚信教育, 转基因, 健康证) are taken out first.
 */
public final class ForbiddenItems {
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Z}\\p{C}]+");
    private static final Pattern LABEL = Pattern.compile("(?:^|[\\n；;。，,、\\s])([^：:\\n；;。，,、]{1,24})[：:=＝]");
    private static final String TRADITIONAL = "紋遺傳臉聲識別敎會徵類歷傷慮壓術診療藥癱殘瘋癇體礙禮眾風腫臟腦腎過對癥";
    private static final String SIMPLIFIED = "纹遗传脸声识别教会征类历伤虑压术诊疗药瘫残疯痫体碍礼众风肿脏脑肾过对症";

    private static final Pattern HARMLESS = Pattern.compile("转基因|遗传资源|遗传育种|种质遗传|病虫害?|病害|疫病|病死[畜禽猪牛羊]*|病[畜禽猪牛羊鸡]"
            + "|(?:重大疾病|重疾|大病|疾病|健康)(?:医疗)?(?:保险|医保|险)|健康(?:合格)?证明?|卫生健康|健康产业|健康食品|健康管理师"
            + "|(?:财务|经营|信用|企业)健康(?:状况|情况)?|指纹锁");

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "law.forbidden.religion",
                    "宗教|信仰|信教(?!育|师|学|练|案|材|职)|入教(?!育|师|学|研|室|职)|教派|教会(?!学)|教徒|教民|信徒|信众|邪教|佛教|信佛|拜佛"
                            + "|道教(?!育|师|学|办|委|体|职)|基督|天主教|新教徒|伊斯兰|穆斯林|回教|清真教|信何|信哪|信什么|信奉|礼拜|皈依|受洗|洗礼|朝觐"
                            + "|religio|faith|church"),
            new Kind("law.forbidden.gene", "基因|遗传|染色体|(?<![a-z])dna(?![a-z])|(?<![a-z])genes?(?![a-z])|genetic|genom"),
            new Kind("law.forbidden.fingerprint", "指纹|指模|掌纹|指静脉|掌静脉|fingerprint"),
            new Kind(
                    "law.forbidden.bloodtype",
                    "血型|血液类型|血液型|(?<![a-z])abo(?![a-z])|(?<![a-z])rh(?:阴|阳|因子|血|\\(|$)|bloodtype|bloodgroup"),
            new Kind(
                    "law.forbidden.disease",
                    "病|健康|身体状况|身体情况|身体素质|身体条件|体检|既往|家族史|手术史|用药|服药|过敏|诊断书|诊断证明|确诊|疾患|肝炎|乙肝|癌|肿瘤"
                            + "|糖尿|高血压|结核|艾滋|(?<![a-z])hiv(?![a-z])|残疾(?:类别|类型|种类|原因|部位|等级|级别|程度)|抑郁|精神状[况态]|心理状[况态]|血压|血糖|视力|听力|就医|就诊|住院(?!医)|医疗(?:史|记录)|患者|致残|伤残(?:类别|类型|种类|原因|部位|等级|级别|程度)|怀孕|孕产|disease|illness"
                            + "|medicalhistory|health|diagnos"),
            new Kind("law.forbidden.biometric", "人脸|面部识别|面部特征|脸部特征|刷脸|虹膜|视网膜|声纹|步态|耳廓|生物识别|生物特征|biometric|iris"));

    private ForbiddenItems() {}

    /**
     * Whether a label of a field, of a column or of a table may not be.
     *
     * @return the reason, with the label as its argument; its code names the kind, such as {@code law.forbidden.religion}
     */
    public static Optional<Violation> check(String label) {
        var word = word(label);
        return KINDS.stream()
                .filter(kind -> kind.words().matcher(word).find())
                .findFirst()
                .map(kind -> Violation.of(kind.code(), label.strip()));
    }

    /** Whether a text that somebody typed carries a forbidden item: under a label, {@code 宗教信仰：…}, or in a sentence. */
    public static Optional<Violation> checkText(String text) {
        var labels = LABEL.matcher(text);
        var from = 0;
        while (labels.find(from)) {
            var found = check(labels.group(1));
            if (found.isPresent()) {
                return found;
            }
            from = labels.end(1);
        }
        return ForbiddenProse.check(text);
    }

    private static String word(String label) {
        return HARMLESS.matcher(NOISE.matcher(folded(label)).replaceAll("")).replaceAll("|");
    }

    /** One width, lower case, simplified. */
    static String folded(String label) {
        var folded = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var simple = new StringBuilder(folded.length());
        for (var i = 0; i < folded.length(); i++) {
            var at = TRADITIONAL.indexOf(folded.charAt(i));
            simple.append(at < 0 ? folded.charAt(i) : SIMPLIFIED.charAt(at));
        }
        return simple.toString();
    }

    /** A kind of forbidden item and the words that mean it. */
    private record Kind(String code, Pattern words) {
        Kind(String code, String words) {
            this(code, Pattern.compile(words));
        }
    }
}
