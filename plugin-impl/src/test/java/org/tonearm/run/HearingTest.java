package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStats;
import org.tonearm.library.index.FrameStore;
import org.tonearm.library.index.LibraryIndex;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.tag.codec.CodecRegistry;

final class HearingTest {
  @TempDir Path folder;
  private final AtomicInteger decodes = new AtomicInteger();
  private LibraryIndex index;
  private Track track;

  @BeforeEach
  void open() throws Exception {
    index = LibraryIndex.open(folder.resolve("index.db"));
    track = new Track(Files.writeString(folder.resolve("song"), "la la"), "test");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void whatWasHeardToItsEndIsNotDecodedAgain() throws Exception {
    hear(Fakes.decoder(120, true));
    hear(Fakes.decoder(120, true));
    assertThat(decodes).hasValue(1);
    assertThat(folder.resolve("frames")).isNotEmptyDirectory();
  }

  @Test
  void whatBrokeOffIsHeardAgainSinceTheDriveMayBeWellByThen() throws Exception {
    assertThat(hear(Fakes.decoder(120, false)).report().complete()).isFalse();
    assertThat(hear(Fakes.decoder(120, true)).report().complete()).isTrue();
    assertThat(decodes).hasValue(2);
  }

  @Test
  void whatWasHeardOfAFileChangedMeanwhileIsNotKeptForTheAudioItHad() throws Exception {
    Path moved = folder.resolve("moved");
    Files.copy(track.path(), moved);
    AudioDecoder whole = Fakes.decoder(120, true);
    hear(
        (file, rate, excerpts, sink) -> {
          try {
            Files.writeString(file, "another song");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return whole.decode(file, rate, excerpts, sink);
        });
    track = new Track(moved, "test");
    hear(whole);
    assertThat(decodes).hasValue(2);
  }

  private HeardTrack hear(AudioDecoder decoder) throws Exception {
    AudioDecoder counted =
        (file, rate, excerpts, sink) -> {
          decodes.incrementAndGet();
          return decoder.decode(file, rate, excerpts, sink);
        };
    FrameStore frames = new FrameStore(folder.resolve("frames"), FrameStore.USUAL_BYTES);
    Recollection recollection =
        new Recollection(
            Optional.of(index),
            frames,
            new FileReading(new CodecRegistry(List.of()), new FileStats()));
    try (Listening listening =
        new Listening(
            counted,
            List.of(
                new ModelInUse(
                    new Fakes.CountingClassifier(Task.GENRE, 1), Fakes.extractor(), 0.6)),
            new VerdictRule(),
            Excerpts.WHOLE,
            frames)) {
      return new Hearing(listening, recollection).prepare(track);
    }
  }
}
