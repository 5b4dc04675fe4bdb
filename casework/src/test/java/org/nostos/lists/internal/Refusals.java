package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.nostos.lists.FileBytes;
import org.nostos.lists.Layout;
import org.nostos.lists.UnreadableFile;

final class Refusals {

    private Refusals() {}

    static void assertRefused(FileBytes file, String reason, String... arguments) {
        assertRefused(file, Layout.TOLD, reason, arguments);
    }

    static void assertRefused(FileBytes file, Layout layout, String reason, String... arguments) {
        Throwable refusal = catchThrowable(() -> Surveyor.survey(file, layout));
        assertThat(refusal).isInstanceOf(UnreadableFile.class);
        assertThat(((UnreadableFile) refusal).obstacle().code())
                .isEqualTo("obstacle.lists." + reason);
        assertThat(((UnreadableFile) refusal).obstacle().arguments()).containsExactly(arguments);
    }
}
