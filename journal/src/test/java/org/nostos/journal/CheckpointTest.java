package org.nostos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CheckpointTest {

    private final JournalKeys keys = JournalKeys.generate();
    private final Checkpoint checkpoint = keys.sign(Samples.seal(12));

    @Test
    void theOtherPartyReadsItFromTextAndKnowsWhoSignedIt() {
        Checkpoint read = Checkpoint.parse(checkpoint.toString());
        assertThat(read).isEqualTo(checkpoint);
        assertThat(read.isSignedBy(JournalKeys.parsePublic(keys.publicText()))).isTrue();
        assertThat(read.isSignedBy(JournalKeys.generate().publicKey())).isFalse();
    }

    @Test
    void oneDigitChangedInItIsNoticed() {
        String text = checkpoint.toString();
        int noticed = 0;
        int digits = 0;
        for (int at = text.indexOf("size "); at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                char other = text.charAt(at) == '1' ? '2' : '1';
                String changed = text.substring(0, at) + other + text.substring(at + 1);
                digits++;
                noticed += isTrusted(changed) ? 0 : 1;
            }
        }
        assertThat(noticed).isEqualTo(digits).isGreaterThan(50);
    }

    @Test
    void textThatIsNoCheckpointIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.parse(checkpoint.toString().replace("root", "roof")));
    }

    @Test
    void keysReadBackFromTheirTextsAndKeepTheirSecret() {
        JournalKeys again = JournalKeys.parse(keys.publicText(), keys.privateText());
        assertThat(again.sign(Samples.seal(12)).isSignedBy(keys.publicKey())).isTrue();
        assertThat(again.toString()).doesNotContain("PRIVATE");
    }

    private boolean isTrusted(String text) {
        try {
            return Checkpoint.parse(text).isSignedBy(keys.publicKey());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
