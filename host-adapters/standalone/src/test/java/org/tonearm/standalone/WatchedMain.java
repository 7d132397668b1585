package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.run.Cancellation;

/**
 * A process of its own for {@link WatchKillTest} and {@link WatchCampaign}: the true decoder and
 * the true tags, but a stub in the place of features and models, which hears jazz in everything.
 * What is looked at is the watch, not the ear.
 */
final class WatchedMain {
  private WatchedMain() {}

  /** Takes the data folder, then the command line. */
  public static void main(String[] arguments) {
    Main.exitAfter(
        workplace(
            Terminal.ofProcess(),
            Path.of(arguments[0]),
            Arrays.asList(arguments).subList(1, arguments.length)));
  }

  static Workplace workplace(Terminal terminal, Path folder, List<String> arguments) {
    Parts installed = Parts.installed();
    Parts parts =
        new Parts(
            installed.decoders(),
            () -> List.of(new Frames()),
            FakeListening.parts().classifiers(),
            installed.codecs());
    return new Workplace(
        terminal,
        new StandaloneHost(),
        new DataFolder(folder),
        folder.resolve("tonearm.toml"),
        (data, settings) -> new Composition(data, parts, settings),
        new Cancellation(),
        arguments);
  }

  /** Eight frames a second, each the same. */
  private static final class Frames implements FeatureExtractor {
    private static final int RATE = 8000;
    private static final int HOP = 1000;

    @Override
    public String id() {
      return "fake-frames";
    }

    @Override
    public int sampleRate() {
      return RATE;
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public int hop() {
      return HOP;
    }

    @Override
    public FeatureStream open(FrameSink sink) {
      return new FeatureStream() {
        private long samples;

        @Override
        public void push(float[] pushed, int offset, int length) {
          long frames = (samples + length) / HOP - samples / HOP;
          samples += length;
          for (int i = 0; i < frames; i++) {
            sink.accept(new float[] {0});
          }
        }

        @Override
        public void finish() {}
      };
    }
  }
}
