package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;

/** Sentences as people write them into notes. */
class ForbiddenTextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "信教",
                "全家信教多年",
                "户主信佛",
                "妻子信基督教",
                "母亲信奉天主",
                "是虔诚的佛教徒",
                "该户为基督徒家庭",
                "每周日去做礼拜",
                "周日去教堂做礼拜",
                "已受洗入教",
                "皈依佛门",
                "参加过邪教组织",
                "练过法轮功",
                "宗教信仰为伊斯兰",
                "老人信主",
                "家中有穆斯林",
                "常年吃斋念佛",
                "信 佛",
                "参加宗教活动",
                "每周去教堂",
                "老人常去寺庙",
                "在家供佛"
            })
    void religionIsFound(String text) {
        assertEquals("law.forbidden.text.religion", code(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有糖尿病史",
                "户主患糖尿病多年",
                "妻子得了重病",
                "高血压，长期服药",
                "母亲患癌症",
                "儿子确诊白血病",
                "父亲脑梗后遗症",
                "有慢性病",
                "去年住院两次",
                "做过心脏搭桥手术",
                "正在化疗",
                "长期卧床瘫痪",
                "精神病患者",
                "患有严重的抑郁症",
                "体弱多病",
                "身体不好",
                "因病致贫",
                "因病返贫",
                "因病丧失劳动力",
                "肢体残疾二级",
                "对青霉素过敏",
                "有慢性病史",
                "身患绝症",
                "乙肝携带者",
                "腰椎间盘突出，干不了重活",
                "糖 尿 病",
                "妻子有病",
                "常年生病",
                "中风偏瘫",
                "高血壓",
                "牛淑兰患糖尿病",
                "需要定期透析",
                "肺结核已治愈",
                "尘肺",
                "矽肺三期",
                "肺气肿",
                "慢阻肺",
                "肾衰",
                "胃溃疡",
                "胆结石",
                "心绞痛",
                "帕金森",
                "红斑狼疮",
                "青光眼",
                "做过肾移植",
                "骨髓移植",
                "抑郁",
                "长期卧床",
                "卧床不起",
                "坐轮椅",
                "小儿麻痹",
                "打胰岛素",
                "血压高",
                "常年吃药",
                "聋哑人",
                "智力低下"
            })
    void diseaseIsFound(String text) {
        assertEquals("law.forbidden.text.disease", code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"血型 A", "血型B型", "是O型血", "AB 型血", "Rh阴性", "熊猫血", "血型不详"})
    void bloodtypeIsFound(String text) {
        assertEquals("law.forbidden.text.bloodtype", code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"已采集指纹", "录入了双手指纹", "指纹样本存在村委会", "指纹信息已录", "采过指纹"})
    void fingerprintIsFound(String text) {
        assertEquals("law.forbidden.text.fingerprint", code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"做过基因检测", "携带致病基因", "家族遗传", "DNA鉴定为父子", "染色体异常", "做过亲子鉴定"})
    void geneIsFound(String text) {
        assertEquals("law.forbidden.text.gene", code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"采集人脸照片", "人脸信息已录", "留存虹膜"})
    void biometricIsFound(String text) {
        assertEquals("law.forbidden.text.biometric", code(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "信仰超市",
                "在信仰超市欠款",
                "诚信教育基地",
                "诚信主体",
                "信主任担保",
                "理想信仰坚定",
                "受过市场洗礼",
                "病虫害",
                "2025年玉米遭病虫害减产",
                "动物疫病",
                "生猪疫病损失",
                "病死猪无害化处理",
                "猪患病死亡三十头",
                "奶牛得病减产",
                "牛群发病，损失较大",
                "水稻得了稻瘟病",
                "果树染病绝收",
                "黄瓜有病害",
                "转基因大豆",
                "种植转基因玉米",
                "水稻基因育种基地",
                "基因科技有限公司务工",
                "非遗传承人",
                "种质遗传资源保护",
                "指纹锁专卖店",
                "单位指纹打卡",
                "人脸识别门禁安装",
                "因病请假未到场",
                "投保重大疾病保险",
                "大病保险",
                "已参加大病医保",
                "在市肿瘤医院任护工",
                "精神病院保安",
                "住院部食堂承包",
                "主治医师",
                "手术室护士",
                "办理健康证",
                "健康食品加工",
                "卫生健康局",
                "企业经营健康",
                "企业财务健康状况良好",
                "集中风干粮食",
                "其中风险较大",
                "受新冠肺炎疫情影响收入下降",
                "电脑病毒",
                "机器有毛病",
                "拖欠是通病",
                "持有残疾人证",
                "献血积极分子",
                "回族",
                "清真饭店",
                "清真牛羊肉",
                "住基督教堂西侧",
                "反邪教宣传员",
                "防范邪教宣传",
                "佛教用品店",
                "宗教事务局职工",
                "血缘关系",
                "A型号收割机",
                "请病假三天",
                "配偶病故",
                "联系时间：晚上",
                "医疗支出较大",
                "防病抗病能力强的品种",
                "价格过敏感",
                "网络瘫痪",
                "系统瘫痪影响还款",
                "母猪怀孕",
                "礼拜天不营业",
                "合同上按了手印",
                "没有病虫害",
                "健康证编号",
                "信用良好",
                "带头致富",
                "村医",
                "轮椅厂务工",
                "聋哑学校教师",
                "移植水稻秧苗",
                "胃口大，想扩种",
                "供销社",
                "寺后屯",
                "信佛屯",
                "教堂东侧",
                "开药店",
                "养殖场常年用药"
            })
    void whatOnlyContainsTheCharactersIsLeftAlone(String text) {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"táng niào bìng", "gāo xuè yā", "糖niao病", "精shen病"})
    void pinyinWithTonesAndALetterInPinyinAreRead(String text) {
        assertEquals("law.forbidden.text.disease", code(text));
    }

    @Test
    void anExcuseCoversTheWholeWordOrGoesOnBehindIt() {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, "生产轮椅"));
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, "残疾人集中就业"));
        assertEquals("law.forbidden.text.disease", code("坐轮椅配件"));
        assertEquals("law.forbidden.text.disease", code("残疾司机"));
    }

    /** A hyphen that is seen at the end of a line only parts no word: shivers holds no HIV. */
    @Test
    void aSignThatNobodySeesPartsNoWord() {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, "s\u00ADhiv\u00ADers"));
        assertEquals("law.forbidden.text.disease", code("can\u200Bcer"));
    }

    @Test
    void anAnimalBehindAWordIsNoExcuseForWhoKeepsIt() {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, "瘸腿的羊卖掉了"));
        assertEquals("law.forbidden.text.disease", code("瘸腿的羊倌"));
        assertEquals("law.forbidden.text.disease", code("有病的猪倌"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"扫描件看不清", "看不清的签名", "照片模糊看不清，请重扫", "待核：单据字小看不见", "录音听不清"})
    void aPaperThatCannotBeReadIsNoComplaint(String text) {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"眼睛看不清字", "他看不清", "老人听不清"})
    void aPersonWhoCannotReadIsOne(String text) {
        assertEquals("law.forbidden.text.disease", code(text));
    }

    /** A paper about an illness says the illness; only that of a disability is asked for as such. */
    @ParameterizedTest
    @ValueSource(strings = {"糖尿病证", "慢病证", "精神病证明", "乙肝证", "癌症诊断证明", "残疾证二级（精神）", "肢体残疾证", "精神二级残疾证"})
    void theCertificateOfAnIllnessIsNoExcuse(String text) {
        assertEquals("law.forbidden.text.disease", code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"残疾证", "持有残疾人证", "没有残疾证", "残疾证号", "残疾人证件", "健康证", "护理员资格证"})
    void aCertificateThatSaysNoIllnessIsLeftAlone(String text) {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高压180",
                "低压110",
                "中过风",
                "中了风",
                "腰间盘",
                "羊羔疯",
                "羊角疯",
                "拐腿",
                "跛脚",
                "尿糖+++",
                "梅尼埃",
                "psoriasis",
                "vitiligo",
                "乙型肝",
                "已肝",
                "布鲁氏菌",
                "养羊怀孕",
                "放牛住院"
            })
    void whatPeopleCallAnIllnessIsFound(String text) {
        assertEquals("law.forbidden.text.disease", code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"只吃清真", "清真饮食", "只吃清真食品"})
    void whoEatsSoSaysABelief(String text) {
        assertEquals("law.forbidden.text.religion", code(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高压180伏", "高压线", "低压110伏", "清真饭店", "清真餐饮", "集中过风", "母羊怀孕", "养羊流产", "养牛病死2头", "种植白癜风草", "烧伤的林地",
                "瘸腿桌子维修", "腰间盘按摩器"
            })
    void whatOnlySoundsLikeItIsLeftAlone(String text) {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, text));
    }

    /** Whoever writes what a person has in front of 屯 or 村 has written it down, since nobody knows such a place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "乙肝屯", "癌症村", "南老营村乙肝屯", "乙肝小区", "癌症社区", "糖尿病胡同", "艾滋家属院", "癌症附近", "住在乙肝旁边", "精神病路", "梅毒街二号", "肺结核沟",
                "乙肝岭村", "梅毒公园"
            })
    void thePartOfAPlaceIsNoExcuse(String text) {
        assertEquals("law.forbidden.text.disease", code(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"信主村", "法轮功屯", "信耶稣胡同"})
    void thePartOfAPlaceIsNoExcuseForABelief(String text) {
        assertEquals("law.forbidden.text.religion", code(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"念佛桥村", "信教村", "教堂街", "教堂街小学", "清真寺社区", "哑巴沟", "教堂旁边", "肿瘤医院附近", "肿瘤医院家属楼", "病房对面", "癌症防治中心"})
    void aPlaceThatIsThereIsLeftAlone(String text) {
        assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, text));
    }

    @Test
    void everyDivisionOfTheCityIsLeftAlone() {
        var divisions = Divisions.harbin();
        var waiting = new ArrayDeque<>(List.of(divisions.root()));
        var refused = new ArrayList<String>();
        var all = 0;
        while (!waiting.isEmpty()) {
            var division = waiting.remove();
            waiting.addAll(divisions.children(division.code()));
            all++;
            if (Gate.words(TextDoor.TEXT, division.name()).isPresent()) {
                refused.add(division.name());
            }
        }
        assertEquals(List.of(), refused);
        assertTrue(all > 2000, "only " + all);
    }

    private static String code(String text) {
        return Gate.words(TextDoor.TEXT, text).map(Violation::code).orElse("let through: " + text);
    }
}
