package org.nostos.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumberReaderTest {

    /// Each line: words, then low, high (empty for none), qualifier and unit (empty for a plain number).
    @ParameterizedTest
    @CsvFileSource(
            resources = "numbers.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            encoding = "UTF-8")
    void readsNumbersAsPeopleWriteThem(
            String words,
            String low,
            @Nullable String high,
            String qualifier,
            @Nullable String unit) {
        ReadNumber read = first(words.replace('_', '\u00a0'));
        assertThat(read.amount().low()).isEqualByComparingTo(low);
        assertThat(plain(read.amount().high())).isEqualTo(high);
        assertThat(read.amount().qualifier().word()).isEqualTo(qualifier);
        assertThat(read.unit() == null ? null : read.unit().word()).isEqualTo(unit);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static ReadNumber first(String words) {
        List<Token> tokens = Tokenizer.tokens(words);
        Sentence sentence = new Sentence(0, tokens.size(), 0);
        NumberReader numbers = new NumberReader(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            ReadNumber read = numbers.at(i, sentence);
            if (read != null) {
                return read;
            }
        }
        throw new AssertionError("no number in: " + words);
    }
}
