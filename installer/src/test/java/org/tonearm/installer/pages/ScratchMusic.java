package org.tonearm.installer.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;
import org.tonearm.standalone.demo.DemoCollection;
import org.tonearm.standalone.demo.DemoTrack;

/** A music folder as the pages speak of it, of pieces that the demo plays. */
final class ScratchMusic {
  private static final int RATE = 22_050;
  private static final int PIECE_SECONDS = 6;
  private static final int PIECES_A_LABEL = 16;
  private static final int ARTISTS = 16;

  /** Which of the demo's styles somebody might sort under two labels of their own. */
  private static final Map<String, Set<String>> LABELS =
      new TreeMap<>(
          Map.of(
              "Peak Time", Set.of("techno", "hip-hop", "disco", "metal", "rock"),
              "Sunday Morning", Set.of("classical", "ambient", "jazz", "country", "blues")));

  private final Path home;
  private final List<DemoTrack> played = new ArrayList<>();

  /**
   * @param home has the folder {@code Music}
   */
  ScratchMusic(Path home) {
    this.home = home;
  }

  /** Fills the folders that pages name, and a folder that commands run in. */
  void make(Path work) throws IOException, TonearmException, InterruptedException {
    Path albums = home.resolve("Music/albums");
    played.addAll(new DemoCollection().create(albums, (done, of, track) -> {}));
    for (String folder : List.of("Mixes", "Crates", "Downloads/Music", "new-drive", "Music/new")) {
      Files.createDirectories(home.resolve(folder));
    }
    copy("techno", home.resolve("Downloads/Music/arrived.mp3"));
    copy("classical", home.resolve("Mixes/mix.flac"));
    copy("metal", home.resolve("Crates/crate.mp3"));
    copy("reggae", home.resolve("Music/new/sun.opus"));
    copy("country", home.resolve("Music/new/road.wav"));
    copy("techno", work.resolve("song.mp3"));
    copy("classical", work.resolve("mix.flac"));
    copy("metal", work.resolve("a.mp3"));
    copy("rock", work.resolve("b.flac"));
    for (Map.Entry<String, Set<String>> label : LABELS.entrySet()) {
      pieces(label.getKey(), label.getValue());
    }
  }

  /** Some tracks that lie below the music folder. */
  List<Path> tracks() {
    return played.stream().map(DemoTrack::file).limit(3).toList();
  }

  private void copy(String style, Path to) throws IOException {
    Path file =
        played.stream().filter(t -> t.style().equals(style)).findFirst().orElseThrow().file();
    Files.copy(file, to);
  }

  /** Short pieces that are labelled, by several artists. */
  private void pieces(String label, Set<String> styles)
      throws IOException, TonearmException, InterruptedException {
    Path folder = Files.createDirectories(home.resolve("Music/tagged").resolve(label));
    int made = 0;
    for (int round = 0; made < PIECES_A_LABEL; round++) {
      for (DemoTrack track : played) {
        if (styles.contains(track.style()) && made < PIECES_A_LABEL) {
          float[] samples = samples(track.file(), round * PIECE_SECONDS);
          // All play both labels, and are enough to show that the labels are not told by chance.
          Map<String, String> tags = new TreeMap<>(Map.of("artist", "Band " + made % ARTISTS));
          tags.put("genre", label);
          tags.put("mood", label.equals("Peak Time") ? "Wild" : "Mild");
          new AudioEncoder()
              .encode(
                  folder.resolve("piece " + ++made + ".mp3"),
                  EncodeFormat.MP3,
                  new float[][] {samples},
                  RATE,
                  Id3Version.V24,
                  tags);
        }
      }
    }
  }

  private static float[] samples(Path file, int second)
      throws TonearmException, InterruptedException {
    float[] samples = new float[PIECE_SECONDS * RATE];
    int first = second * RATE;
    new FfmpegDecoder()
        .decode(
            file,
            RATE,
            Excerpts.WHOLE,
            new PcmSink() {
              private int at;

              @Override
              public void begin(double startSeconds) {}

              @Override
              public void accept(float[] some, int offset, int length) {
                for (int i = 0; i < length; i++, at++) {
                  if (at >= first && at < first + samples.length) {
                    samples[at - first] = some[offset + i];
                  }
                }
              }
            });
    return samples;
  }
}
