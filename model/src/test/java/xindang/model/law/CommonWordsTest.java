package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of one common word and the beginning of the next are no forbidden word. */
class CommonWordsTest {
    @ParameterizedTest
    @CsvSource({"想念经过, 念经", "受信主意, 信主", "千人流动, 人流", "终结节, 结节", "孤独手, 独手", "孩子们感受洗澡, 受洗", "牲畜疾病死亡头数, 病死"})
    void commonWordsPartAForbiddenOne(String text, String word) {
        var from = text.indexOf(word);
        assertTrue(CommonWords.shipped().part(text, from, from + word.length()));
    }

    @ParameterizedTest
    @CsvSource({"常年念经过日子, 念经", "糖尿病人, 糖尿病", "全家信主多年, 信主", "念经, 念经", "患病人口, 患病"})
    void whatIsMeantIsNotParted(String text, String word) {
        var from = text.indexOf(word);
        assertFalse(CommonWords.shipped().part(text, from, from + word.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"因病死了", "他因病死亡", "肝病人", "精神病人口", "残疾人口", "聋哑人员", "得重病人多", "没有信仰", "肾病人"})
    void aWordInsideAPartedOneIsFound(String text) {
        assertFalse(ForbiddenWords.text(text).isEmpty(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"令人想念经过", "受信主意不变", "几千人流动", "收到配信神圣", "传统治眼镜生意", "公司的指摘除了这条"})
    void aPartedWordIsNotRefused(String text) {
        assertEquals(List.of(), ForbiddenWords.text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"精神病院后勤司机", "住在精神病院东侧"})
    void whatIsExcusedIsNotReadAgainInParts(String text) {
        assertEquals(List.of(), ForbiddenWords.text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"糖尿病联系不上", "残疾机会少", "患病证实属实", "偏瘫节省开支"})
    void theBeginningOfAnotherWordIsNoExcuse(String text) {
        assertFalse(ForbiddenWords.text(text).isEmpty(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"残疾人联合会", "残疾人证换发", "国际残疾人日活动", "糖尿病试纸厂"})
    void aWordOfItsOwnIsOne(String text) {
        assertEquals(List.of(), ForbiddenWords.text(text));
    }

    /** Sentences of four common words that are harmless alone: at most one of 1,000 is refused. */
    @Test
    void wordsInARowAreSeldomRefused() {
        var words = new ArrayList<String>();
        for (var row : WordFile.rows("common.tsv", 2)) {
            for (var word : Integer.parseInt(row[0]) <= 98 ? row[1].split(" ") : new String[0]) {
                if (word.length() == 2 && ForbiddenWords.text(word).isEmpty()) {
                    words.add(word);
                }
            }
        }
        var random = new Random(7);
        var refused = new ArrayList<String>();
        var tried = 20_000;
        for (var i = 0; i < tried; i++) {
            var parts = new ArrayList<String>();
            for (var k = 0; k < 4; k++) {
                parts.add(words.get(random.nextInt(words.size())));
            }
            if (!ForbiddenWords.text(String.join("", parts)).isEmpty()) {
                refused.add(String.join("|", parts));
            }
        }
        assertTrue(refused.size() * 1_000 <= tried, refused.toString());
    }
}
