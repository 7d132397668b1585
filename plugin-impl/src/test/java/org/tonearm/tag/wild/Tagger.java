package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.LibraryScan;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.secondreader.JaudiotaggerReader;
import org.tonearm.tag.write.HardLinks;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/** Scans a path, and tags and checks what is found. Used once. */
final class Tagger {
  private static final List<String> GENRES = List.of("Jazz");
  private static final List<String> MOODS = List.of("Calm");

  /** Bytes up to which a refused file is compared in whole. */
  private static final long COMPARED = 64L << 20;

  private final CodecRegistry codecs = CodecRegistry.installed();
  private final TagWriter writer = new TagWriter(codecs, new JaudiotaggerReader()::read);
  private final HardLinks hardLinks;
  private final List<String> warnings = new ArrayList<>();
  private int tagged;

  Tagger() {
    this(HardLinks.WARN);
  }

  Tagger(HardLinks hardLinks) {
    this.hardLinks = hardLinks;
  }

  static Path file(Path folder, String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /** What the writes warned of. */
  List<String> warnings() {
    return warnings;
  }

  /** Files that were tagged. */
  int tagged() {
    return tagged;
  }

  /** Tags a file, or all in a folder; the outcome is the first refusal, or that all was tagged. */
  String tag(Path path) throws Exception {
    List<TrackRequest.Problem> problems = new ArrayList<>();
    List<Track> tracks =
        new LibraryScan()
            .tracks(new TrackRequest(List.of(path), List.of(), List.of(), problems::add))
            .toList();
    if (!problems.isEmpty()) {
      return told(problems.get(0).error());
    }
    assertThat(tracks).isNotEmpty();
    Path folder = Files.createTempDirectory("journal");
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      JournalRun run = journal.begin("wild");
      for (Track track : tracks) {
        String outcome = tag(track, run);
        if (!outcome.equals(WildCase.TAGGED)) {
          return outcome;
        }
        tagged++;
      }
    } finally {
      try (Stream<Path> left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
    return WildCase.TAGGED;
  }

  private String tag(Track track, JournalRun run) throws Exception {
    Path file = track.path().toRealPath();
    FileIdentity identity = FileIdentity.of(file);
    byte[] bytes = content(file);
    TagSnapshot before;
    try {
      before = codecs.codecFor(track.path()).read(track.path(), TagProfile.DEFAULT);
      warnings.addAll(
          writer
              .write(
                  new TagPlan(
                      track,
                      before,
                      List.of(
                          change(before, TagField.GENRE, GENRES),
                          change(before, TagField.MOOD, MOODS))),
                  TagProfile.DEFAULT,
                  new WriteOptions(false, hardLinks),
                  run)
              .warnings());
    } catch (TagException e) {
      assertThat(FileIdentity.of(file)).isEqualTo(identity);
      assertThat(content(file)).as("untouched").isEqualTo(bytes);
      assertNothingLeft(file);
      return told(e);
    }
    TagSnapshot after = codecs.codecFor(track.path()).read(track.path(), TagProfile.DEFAULT);
    assertThat(after.fields().get(TagField.GENRE).values()).isEqualTo(GENRES);
    assertThat(after.fields().get(TagField.MOOD).values()).isEqualTo(MOODS);
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(after.others().stream().filter(before.others()::contains))
        .isEqualTo(before.others());
    assertThat(file).isRegularFile();
    assertNothingLeft(file);
    return WildCase.TAGGED;
  }

  /** The code of a refusal that says what is wrong and what to do. */
  static String told(TonearmException refusal) {
    assertThat(refusal.getMessage()).isNotBlank();
    assertThat(refusal.remedy()).isNotBlank();
    return refusal.code();
  }

  private static FieldChange change(TagSnapshot before, TagField field, List<String> values) {
    return new FieldChange(field, before.fields().get(field).values(), values, "for the test");
  }

  private static byte[] content(Path file) throws IOException {
    boolean small =
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) < COMPARED;
    return small && Files.isReadable(file) ? Files.readAllBytes(file) : Bytes.zeros(0);
  }

  private static void assertNothingLeft(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith(".tonearm-"))).isEmpty();
    }
  }
}
