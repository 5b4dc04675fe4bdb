package org.nostos.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nostos.figures.Stage.Step;

class StageTest {

    @Test
    void goesFromEnteredToPublishedOneStepAtATime() {
        Stage stage = Stage.ENTERED;
        for (Step step : new Step[] {Step.SOURCE, Step.REVIEW, Step.PUBLISH}) {
            assertThat(stage.whyNot(step, false)).isEmpty();
            stage = stage.after(step);
        }
        assertThat(stage).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void nothingIsPublishedUnreviewed() {
        assertThat(Stage.SOURCED.whyNot(Step.PUBLISH, false)).isPresent();
        assertThatThrownBy(() -> Stage.SOURCED.after(Step.PUBLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyReviewsTheirOwn() {
        assertThat(Stage.SOURCED.whyNot(Step.REVIEW, true))
                .hasValueSatisfying(obstacle ->
                        assertThat(obstacle.code()).isEqualTo("obstacle.figures.own-review"));
    }

    @Test
    void whatIsTakenBackOrCorrectedStaysAndNothingFollows() {
        for (Stage stage :
                new Stage[] {Stage.ENTERED, Stage.SOURCED, Stage.REVIEWED, Stage.PUBLISHED}) {
            assertThat(stage.after(Step.RETRACT).open()).isEmpty();
            assertThat(stage.after(Step.CORRECT).open()).isEmpty();
        }
    }
}
