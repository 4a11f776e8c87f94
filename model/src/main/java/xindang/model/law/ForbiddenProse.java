package xindang.model.law;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.common.Violation;

/**
 * Finds in running text what 征信业管理条例 article 14(1) forbids to keep about a person. Other than a label, a sentence may
 * name an illness of animals or crops, an insurance, a hospital or a shop; so only words whose meaning is clear count, and
 * phrases that merely contain them are taken out first.
 */
final class ForbiddenProse {
    /** Each forbidden phrase has one of these; most texts have none and are done. */
    private static final Pattern TRIGGER =
            Pattern.compile("[病症疾癌肝椎甲梅腹喘艾髋骨瘤院術术療疗析診诊藥药壓压炎梗硬癱瘫殘残瘋疯痫癇癲癫敏健體体血指基遺遗染臉脸紋纹膜礙碍裂抑痴呆風风栓"
                    + "教仰佛主帝神礼禮皈洗徒眾众觐耶穆功dDｄＤrRｒＲ障明伊萨轮輪vVｖＶ"
                    + "肺肾腎胃胆膽绞帕狼眼移鉴卧痹胰聋智寺菩]");

    private static final String HUMAN = "[^，。；户人某他她家]";

    /** Institutions, insurances, products and slogans. */
    private static final Pattern NAMES = Pattern.compile(
            "(?:肿瘤|结核病?|精神病?|传染病|心脏病|肝炎|糖尿病|癌症?|疾病|职业病|皮肤病|地方病)(?:专科|防治|预防控制|预防|控制)*(?:医院|病?院|中心|研究所|所|站)"
                    + "|(?:重大疾病|重疾|大病|疾病|健康|防癌|癌症|慢性?病)(?:医疗|团体|补充)*(?:保险|医保|险)|大病(?:救助|统筹)|抗癌药材?"
                    + "|(?:新冠|新型冠状病毒)?肺炎疫情|新冠病?毒?|电脑病毒|病毒|住院(?:医|部|楼|护|大楼|押金)|手术(?:室|器械|台)"
                    + "|转基因|遗传承|遗传资源|遗传育种|遗传改良|种质遗传|指纹(?:锁|打卡|门禁|考勤|机|识别锁)|人脸识别(?:门禁|考勤|系统|设备|机)"
                    + "|反邪教|[防抵远][范制离止]邪教|邪教(?:警示|宣传)|(?:基督|天主)教堂|佛教用品|佛具|宗教(?:事务|局|科|处)|清真(?:寺|饭|餐|食|牛|羊|肉|店)"
                    + "|健康(?:证明?|产业|食品|管理|养殖|发展|有序|码|成长|向上)|卫生健康|(?:财务|经营|信用|企业|发展)(?:状况|情况)?健康|(?:财务|经营|信用|企业)健康状况");

    /** Illness of animals and crops, and the harmless sayings. */
    private static final Pattern FARM = Pattern.compile("病虫害?|病害|疫病|病死|防病|抗病|病[畜禽猪牛羊鸡]|毛病|诟病|通病|病假|病故|病逝|因病请假"
            + "|(?:猪|牛|羊|鸡|鸭|鹅|禽|畜|兔|貉|狐狸|蜂|鱼|虾|蟹|马匹|牲口)(?:群|只|羊|苗|犊|崽|舍|场)?(?:大量|大批|大面积|全部|都|多|突然|因|集中|有)*"
            + "(?:患|得|发|染|生|确诊)" + HUMAN + "{0,6}"
            + "|(?:稻|水稻|玉米|大豆|豆|小麦|麦|马铃薯|土豆|黄瓜|番茄|西红柿|果树|树|苗|叶|根|茎|穗|蔬菜|菜|作物|庄稼|瓜|木耳|人参)"
            + "(?:大量|大面积|全部|都|突然|因|集中|有)*(?:患|得|发|染|生)" + HUMAN + "{0,6}病"
            + "|(?:水稻|大豆|玉米|小麦|作物|种子|种质|品种|育种|育苗|[猪牛羊])[^，。；]{0,6}(?:基因|遗传|染色体|dna)[^，。；]{0,4}");

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "law.forbidden.text.religion",
                    "宗教信仰|(?:信|信仰|信奉)宗教|宗教(?:徒|人士|活动|仪式|组织)|信教(?!育|师|学|练|案|材|职|科|改)|不信教|(?:信|信仰|信奉)(?:佛(?![屯村庄])|道教|基督|天主|耶稣|上帝|真主|伊斯兰|回教|萨满|法轮)"
                            + "|(?<![诚守失征授威])信主(?![任管席要题体动张办力业导流营次观])|信奉[^，。；]{0,4}[教佛神]|(?:基督|天主|佛|道|新|异|邪)教徒|是[^，。；]{0,4}教徒|教徒|信徒|信众|基督徒|穆斯林"
                            + "|(?:每周|每天|每月|经常|常年?|总|周[日末天]|礼拜[日天])[^，。；]{0,4}去[^，。；]{0,4}(?:教堂|教会|佛堂|寺[庙院])|供[奉着]?(?:佛|菩萨)"
                            + "|做礼拜|去礼拜|礼拜堂|受洗(?!礼)|受过洗(?!礼)|入了?(?:基督|天主|佛|邪)教|(?:基督|天主|佛|伊斯兰)教(?:家庭|信仰|会)|皈依|朝觐|拜佛|念佛"
                            + "|法轮功|全能神|(?:参加|加入|信|入)[^，。；]{0,3}邪教",
                    ""),
            new Kind(
                    "law.forbidden.text.gene",
                    "亲子鉴定|基因(?:检测|测序|缺陷|突变|图谱|序列|信息|数据|样本|型|异常)|致病基因|携带[^，。；]{0,6}基因|遗传(?:病|史|疾病|缺陷|基因|性疾)|家族遗传|染色体(?:异常|检测|检查)|(?<![a-z])dna(?![a-z])",
                    ""),
            new Kind(
                    "law.forbidden.text.fingerprint",
                    "(?:采集|录入|留存|登记|提取|录|采[过了])[^，。；]{0,4}(?:指纹|掌纹|指静脉)|(?:指纹|掌纹|指静脉)(?:信息|数据|样本|特征|图像|模板|编号|已采|已录|采集|录入)",
                    ""),
            new Kind("law.forbidden.text.bloodtype", "血型|(?<![a-z])(?:ab|a|b|o)型血|(?<![a-z])rh[阴阳]|熊猫血", ""),
            new Kind(
                    "law.forbidden.text.disease",
                    "糖尿病?|高血压|高血脂|高血糖|冠心病|心脏病|心绞痛|心肌?梗|脑梗|脑血栓|脑出血|脑溢血|(?<![其集])中风(?=偏瘫|后遗|住院|过|了|卧|，|。|；|$)|偏瘫|癌|肿瘤|白血病|尿毒症|肾病|肾衰|肾炎"
                            + "|乙肝|丙肝|甲肝|肝炎|肝病|肝硬化|肝腹水|肺结核|结核病|肺病|[尘矽]肺|肺气肿|慢阻肺|哮喘|艾滋|(?<![a-z])hiv(?![a-z])|梅毒|性病|癫痫|羊癫疯|精神病|精神(?:分裂|失常|异常|障碍|不正常|有问题)"
                            + "|抑郁|躁郁症|自闭症|老年痴呆|痴呆症|帕金森|类风湿|风湿病|关节炎|腰椎间盘突出|股骨头坏死|甲亢|痛风|胃溃疡|胃病|白内障|青光眼|红斑狼疮|血友病|脑瘫|胆结石|肾结石"
                            + "|(?:卧床|半身|全身|高位|下肢|双腿|肢体|身体)瘫痪|瘫痪在床|(?:肢体|视力|听力|言语|智力|精神)残疾|[一二三四]级残疾|残疾[一二三四]级|智力障碍|智障|双目失明"
                            + "|病史|既往史|慢性病|慢病|绝症|老病号|职业病|传染病|因病[致返]贫|因病丧失|病残|病历|身患|化疗|放疗|血透|(?:做|需|靠|长期|定期)透析|透析治疗"
                            + "|(?:做|动|接受)[过了]?(?![^，。；]{0,4}(?:去角|去势|阉割))[^，。；]{0,8}手术|手术(?:后|史|费|治疗)|住院|长期(?:服|用|吃)药|靠(?:服|吃)药|(?:常年|天天|每天)[服吃]药|(?:长期|常年)卧床|卧床不起|[坐靠]轮椅|小儿麻痹|(?:打|注射|用)胰岛素|血压高|聋哑(?!学校)|智力低下"
                            + "|(?:肾|肝|心脏|肺|器官|骨髓|角膜|干细胞)移植|过敏(?:史|体质|性)|对[^，。；]{1,6}过敏(?!感)"
                            + "|身体(?:状况|情况|素质)?(?:不好|欠佳|很?较?差|虚弱|不佳|健康)|体弱|健康状况|健康(?:较差|不佳|欠佳)",
                    "患[有了过上]?[^，。；]{0,8}(?:病|症)(?!虫|害)|得[了过上][^，。；]{0,6}病(?!虫|害)|得病|(?<!没)有(?:严重|慢性|心脑血管|遗传|传染|老|腰|腿|胃|眼|妇科|皮肤|精神|大|重)?疾?病(?!虫|害|床|房|株|斑)"
                            + "|重病|大病|生病|卧病|病重|病危|久病|多病|病倒|病情|带病|确诊|诊断[为出]|疾病"),
            new Kind(
                    "law.forbidden.text.biometric",
                    "(?:采集|录入|留存|登记|提取)[^，。；]{0,6}(?:人脸|虹膜|声纹|面部)|(?:人脸|虹膜|声纹)(?:信息|数据|样本|特征|图像|模板)",
                    ""));

    private ForbiddenProse() {}

    /** The reason, with the word as it reads without spaces. */
    static Optional<Violation> check(String text) {
        if (!TRIGGER.matcher(text).find()) {
            return Optional.empty();
        }
        var named = NAMES.matcher(clauses(text)).replaceAll("、");
        var farmed = FARM.matcher(named).replaceAll("、");
        return KINDS.stream().flatMap(kind -> kind.in(named, farmed).stream()).findFirst();
    }

    /** Without spaces and hyphens, which hide a word; other punctuation parts clauses. */
    private static String clauses(String text) {
        return ForbiddenItems.folded(text.replaceAll("\\R", "，"))
                .replaceAll("[\\s\\p{Pd}\\p{Pc}·•*]+", "")
                .replaceAll("[,!?！？]", "，")
                .replace(';', '；');
    }

    /**
     * @param words that mean a person wherever they stand
     * @param general words that mean a person unless animals or crops are spoken of
     */
    private record Kind(String code, Pattern words, Optional<Pattern> general) {
        Kind(String code, String words, String general) {
            this(
                    code,
                    Pattern.compile(words),
                    general.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(general)));
        }

        Optional<Violation> in(String named, String farmed) {
            return found(words, named).or(() -> general.flatMap(pattern -> found(pattern, farmed)));
        }

        private Optional<Violation> found(Pattern pattern, String text) {
            var match = pattern.matcher(text);
            return match.find() ? Optional.of(Violation.of(code, match.group())) : Optional.empty();
        }
    }
}
