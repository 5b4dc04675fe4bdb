package org.nostos.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

    @Test
    void withoutWordsTheDemoLiesInTheCheckout() {
        DemoOptions options = DemoOptions.parse("--home", "/house");
        assertThat(options).isEqualTo(new DemoOptions(8080, Path.of("/house/.nostos/demo"), false));
    }

    @Test
    void portFolderAndResetAreTaken() {
        assertThat(DemoOptions.parse("--port", "9", "--data", "/elsewhere", "--reset"))
                .isEqualTo(new DemoOptions(9, Path.of("/elsewhere"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour", "--port", "--port x", "--port 70000", "--data"})
    void whatIsNotUnderstoodIsSaid(String words) {
        assertThatThrownBy(() -> DemoOptions.parse(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(--colour|--port|--data|port is a number).*");
    }
}
