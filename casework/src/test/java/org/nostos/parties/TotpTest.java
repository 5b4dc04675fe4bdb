package org.nostos.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] RFC_SECRET =
            "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void aCodeIsThatOfTheStandard(long second, String code) {
        long step = Totp.stepAt(Instant.ofEpochSecond(second));
        assertThat(Totp.code(RFC_SECRET, step)).isEqualTo(code);
    }

    @Test
    void aCodeIsTakenOneStepEarlyOrLateAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.stepAt(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.stepOf(RFC_SECRET, Totp.code(RFC_SECRET, near), now)).hasValue(near);
        }
        assertThat(Totp.stepOf(RFC_SECRET, Totp.code(RFC_SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.stepOf(RFC_SECRET, Totp.code(RFC_SECRET, step + 2), now)).isEmpty();
        assertThat(Totp.stepOf(RFC_SECRET, "", now)).isEmpty();
    }

    @Test
    void spacesInATypedCodeDoNotCount() {
        Instant now = Instant.ofEpochSecond(59);
        assertThat(Totp.stepOf(RFC_SECRET, " 287 082 ", now)).hasValue(1);
    }

    /// RFC 4648, section 10.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
    void base32IsThatOfTheStandard(String text, String base32) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.base32(bytes)).isEqualTo(base32);
        assertThat(Totp.fromBase32(base32)).isEqualTo(bytes);
    }

    @Test
    void whatIsSealedOpensForItsOwnerAndPurposeAlone() {
        HouseKey key = new HouseKey("k".repeat(32));
        byte[] sealed = key.seal("second-factor", "hazel", RFC_SECRET);
        assertThat(key.open("second-factor", "hazel", sealed)).isEqualTo(RFC_SECRET);
        assertThatThrownBy(() -> key.open("second-factor", "rowan", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.open("session-address", "hazel", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> new HouseKey("l".repeat(32)).open("second-factor", "hazel", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void addressesOfOneHouseHaveOneHash() {
        HouseKey key = new HouseKey("k".repeat(32));
        assertThat(key.hashOfAddress("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(key.hashOfAddress("2001:db8:1:2::1"))
                .isNotEqualTo(key.hashOfAddress("2001:db8:1:3::1"));
        assertThat(key.hashOfAddress("192.0.2.1")).isNotEqualTo(key.hashOfAddress("192.0.2.2"));
    }
}
