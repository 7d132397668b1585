package org.tonearm.tag.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagField;

/** Plans are edited by hand. */
class TrackJsonTest {
  private static final String TRACK =
      "{\"uri\":\"file:///song.mp3\",\"status\":\"planned\",\"state\":\"x\",\"seconds\":1,"
          + "\"changes\":[{\"field\":\"FIELD\",\"before\":[\"Jazz\"],\"after\":AFTER,\"reason\":\"\"}]}";

  @Test
  void readsAnArray() throws Exception {
    PlannedTrack track = read("genre", "[\"Rock\"]");

    assertThat(track.changes().get(0).field()).isEqualTo(TagField.GENRE);
    assertThat(track.changes().get(0).after()).containsExactly("Rock");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "genre | \"Rock\" | 'after' should be an array of texts",
        "genre | 5 | 'after' should be an array of texts",
        "genre | {} | 'after' should be an array of texts",
        "genre | [\"a\\u0000b\"] | a text in 'after' holds a NUL character",
        "title | [\"Rock\"] | there is no field 'title' to write"
      })
  void refusesWhatWouldEmptyOrBreakAField(String field, String after, String message) {
    assertThatThrownBy(() -> read(field, after))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void givesASubgenreBack() throws Exception {
    List<LabelScore> scores = List.of(new LabelScore("electronic", 0.9));
    Verdict verdict =
        new Verdict(
            Task.GENRE, "m-1", scores, scores, "", Optional.of(new LabelScore("house", 0.7)));
    PlannedTrack track =
        new PlannedTrack(
            Path.of("song.mp3").toAbsolutePath(),
            "planned",
            "x",
            1,
            List.of(verdict),
            List.of(),
            Optional.empty());
    TrackJson json = new TrackJson();
    assertThat(json.read(json.write(track)).verdicts()).containsExactly(verdict);
  }

  private static PlannedTrack read(String field, String after) throws Exception {
    return new TrackJson()
        .read(new ObjectMapper().readTree(TRACK.replace("FIELD", field).replace("AFTER", after)));
  }
}
