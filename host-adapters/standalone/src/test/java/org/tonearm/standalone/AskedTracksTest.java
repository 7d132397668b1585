package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonearm.run.Cancellation;
import org.tonearm.run.TrackOutcome;

@Timeout(60)
final class AskedTracksTest {
  private final List<TrackOutcome> unanswerable = new ArrayList<>();

  private List<String> asked(String text) {
    List<String> names = new ArrayList<>();
    AskedTracks.of(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            new Cancellation(),
            unanswerable::add)
        .forEachRemaining(track -> names.add(track.path() + " of " + track.origin()));
    return names;
  }

  @Test
  void aCarriageReturnWithinANameEndsNoLine() {
    assertThat(asked("one.mp3\nwith\rcr.mp3\nof Windows.mp3\r\nlast.mp3"))
        .containsExactly(
            "one.mp3 of line 1",
            "with\rcr.mp3 of line 2",
            "of Windows.mp3 of line 3",
            "last.mp3 of line 4");
    assertThat(unanswerable).isEmpty();
  }

  @Test
  void anEnormousLineIsOneBadLine() {
    assertThat(asked("x".repeat(3_000_000) + "\nnext.mp3\n")).containsExactly("next.mp3 of line 2");
    assertThat(unanswerable).hasSize(1);
    assertThat(unanswerable.get(0).toString()).contains("longer than").hasSizeLessThan(3000);
  }
}
