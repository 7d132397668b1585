package org.tonearm.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.tag.TagField;
import org.tonearm.library.index.Fingerprint;

final class CorrectionFileTest {
  private static final Fingerprint ONE = new Fingerprint("mp3:" + "a".repeat(64));
  private static final Fingerprint TWO = new Fingerprint("mp3:" + "b".repeat(64));

  @TempDir Path temp;

  @Test
  void theLastWordHolds() throws ConfigurationException {
    CorrectionFile file = new CorrectionFile(temp.resolve("data/corrections.jsonl"));
    assertThat(file.read().size()).isZero();
    file.add(List.of(correction("a", ONE, "Swing"), correction("b", TWO, "Polka")));
    file.add(List.of(correction("renamed", ONE, "Bebop")));
    Corrections read = file.read();
    assertThat(read.word(ONE, TagField.GENRE)).contains("Bebop");
    assertThat(read.word(ONE, TagField.MOOD)).isEmpty();
    assertThat(read.files(TagField.GENRE))
        .containsExactly(temp.resolve("b"), temp.resolve("renamed"));
    file.add(List.of(correction("b", TWO, "")));
    assertThat(file.read().word(TWO, TagField.GENRE)).isEmpty();
    assertThat(file.read().size()).isEqualTo(1);
  }

  @Test
  void aLineThatWasCutShortCostsItselfAlone() throws ConfigurationException, IOException {
    Path path = temp.resolve("corrections.jsonl");
    CorrectionFile file = new CorrectionFile(path);
    file.add(List.of(correction("a", ONE, "Swing")));
    Files.writeString(path, "{\"path\":\"/half", StandardOpenOption.APPEND);
    file.add(List.of(correction("b", TWO, "Polka")));
    assertThat(file.read().size()).isEqualTo(2);
  }

  private Correction correction(String name, Fingerprint audio, String word) {
    return new Correction(temp.resolve(name), audio, TagField.GENRE, "Jazz", word, Instant.EPOCH);
  }
}
