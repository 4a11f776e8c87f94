package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.common.Violation;

class ForbiddenLabelsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "宗教信仰",
                "信仰",
                "信教",
                "是否信教",
                "何种宗教",
                "教派",
                "宗 教",
                "宗教（可不填）",
                "【宗教】",
                "宗-教-信-仰",
                "所信宗敎",
                "Religion",
                "是否基督徒",
                "参加邪教",
                "信何种教",
                "信什么教",
                "信奉",
                "做礼拜"
            })
    void religionIsRefused(String label) {
        assertEquals("law.forbidden.religion", code(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "疾病史",
                "病史",
                "既往病史",
                "患病情况",
                "慢性病",
                "健康状况",
                "身体状况",
                "健康",
                "有无重大疾病",
                "大病情况",
                "传染病",
                "精神病史",
                "既往史",
                "既往症",
                "体检结果",
                "过敏",
                "残疾类别",
                "残疾人姓名",
                "家中残疾人员",
                "残疾程度",
                "病  情",
                "疾病史（无则填无）",
                "ＨＩＶ",
                "家庭成员健康情况",
                "是否因病致贫",
                "糖尿病",
                "高血压",
                "医疗记录",
                "伤残等级",
                "患者",
                "Health"
            })
    void illnessIsRefused(String label) {
        assertEquals("law.forbidden.disease", code(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"血型", "血  型", "ABO血型", "ABO", "血型（ABO）", "ＡＢＯ型", "RH阴性", "血液类型", "Blood Type"})
    void bloodTypesAreRefused(String label) {
        assertEquals("law.forbidden.bloodtype", code(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"指纹", "指 紋", "指模", "右手食指指纹", "掌纹", "Fingerprint"})
    void fingerprintsAreRefused(String label) {
        assertEquals("law.forbidden.fingerprint", code(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"基因", "基因检测", "DNA", "ＤＮＡ", "遗传病史", "遗傳"})
    void genesAreRefused(String label) {
        assertEquals("law.forbidden.gene", code(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"人脸照片特征", "虹膜", "声纹", "生物识别信息"})
    void biometricFeaturesAreRefused(String label) {
        assertEquals("law.forbidden.biometric", code(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "病虫害",
                "玉米病虫害防治面积",
                "动物疫病",
                "病死猪无害化处理",
                "医保",
                "城乡居民医疗保险",
                "健康证",
                "健康证明编号",
                "血缘",
                "血亲",
                "外国血统",
                "信用",
                "诚信",
                "诚信教育",
                "诚信主体",
                "街道教育",
                "信用等级",
                "教师",
                "文化程度",
                "转基因",
                "大病保险",
                "重大疾病保险",
                "健康险",
                "卫生健康局",
                "残疾",
                "残疾证号",
                "特殊身份",
                "献血",
                "指标",
                "指导价格",
                "民族",
                "政治面貌",
                "劳动力",
                "labor",
                "财务健康状况",
                "因灾",
                "主治医师",
                "医疗支出",
                "听证",
                "视频"
            })
    void harmlessWordsAreLeftAlone(String label) {
        assertEquals(Optional.empty(), Gate.words(TextDoor.LABEL, label));
    }

    @Test
    void theReasonCarriesTheLabelAsWritten() {
        assertEquals(
                Optional.of(Violation.of("law.forbidden.bloodtype", "血  型")), Gate.words(TextDoor.LABEL, " 血  型 "));
    }

    @Test
    void aLabelledLineIsRefusedAndPlainProseIsNot() {
        for (var text : List.of("宗教信仰：佛", "家庭和睦；疾病史: 高血压", "户主\n血型＝A", "情况：良好。病史：无")) {
            assertEquals(true, Gate.words(TextDoor.TEXT, text).isPresent(), text);
        }
        for (var text : List.of("2025年玉米遭病虫害减产", "因病请假未到场", "联系时间：晚上")) {
            assertEquals(Optional.empty(), Gate.words(TextDoor.TEXT, text), text);
        }
    }

    private static String code(String label) {
        return Gate.words(TextDoor.LABEL, label).map(Violation::code).orElse("let through: " + label);
    }
}
