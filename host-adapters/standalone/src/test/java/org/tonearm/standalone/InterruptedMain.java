package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.run.Cancellation;

/**
 * A process of its own for {@link InterruptTest}: the fake parts, except that the decoder says on
 * stdout when it hears a file called {@code endless} or {@code deaf}, and then never comes to its
 * end; at the latter not even when its thread is interrupted.
 */
final class InterruptedMain {
  private InterruptedMain() {}

  /** Takes the data folder, then the command line. */
  public static void main(String[] arguments) {
    Parts fakes = FakeListening.parts();
    AudioDecoder decoder = fakes.decoders().get().get(0);
    AudioDecoder endless =
        (file, sampleRate, excerpts, sink) -> {
          String name = file.getFileName().toString();
          if (name.startsWith("endless") || name.startsWith("deaf")) {
            System.out.println("listening");
          }
          if (name.startsWith("endless")) {
            Thread.sleep(Long.MAX_VALUE);
          }
          while (name.startsWith("deaf")) {
            LockSupport.park();
          }
          return decoder.decode(file, sampleRate, excerpts, sink);
        };
    Parts parts =
        new Parts(() -> List.of(endless), fakes.extractors(), fakes.classifiers(), fakes.codecs());
    Main.exitAfter(
        new Workplace(
            Terminal.ofProcess(),
            new StandaloneHost(),
            new DataFolder(Path.of(arguments[0])),
            Path.of(arguments[0], "tonearm.toml"),
            (data, settings) -> new Composition(data, parts, settings),
            new Cancellation(),
            Arrays.asList(arguments).subList(1, arguments.length)));
  }
}
