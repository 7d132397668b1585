package org.tonearm.library.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;

final class IndexScanTest {
  @TempDir Path temporary;
  private TextLibrary library;
  private LibraryIndex index;

  @BeforeEach
  void open() throws Exception {
    library = new TextLibrary(Files.createDirectories(temporary.resolve("music")));
    index = LibraryIndex.open(temporary.resolve("home/index.db"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void theSecondScanOpensNothing() throws Exception {
    library.write("a/one.mp3", "GENRE=Rock\n", "la");
    library.write("b/two.mp3", "", "lala");
    assertThat(library.scan(index)).isEqualTo(new ScanTally(0, 2, 0, 0, 0, 0, 0));
    assertThat(index.files()).isEqualTo(2);
    assertThat(library.scan(index)).isEqualTo(new ScanTally(2, 0, 0, 0, 0, 0, 0));
    assertThat(library.found).containsExactly("UNCHANGED one.mp3", "UNCHANGED two.mp3");
  }

  @Test
  void knowsTheTagsOfAnUnchangedFile() throws Exception {
    Path file = library.write("one.mp3", "GENRE=Rock\nGENRE=\u00c9lectro \"x\"\n", "la");
    library.scan(index);
    IndexedFile known = index.unchanged(file, library.reading.stats().of(file)).orElseThrow();
    assertThat(known.tags(TagProfile.DEFAULT).orElseThrow().values(TagField.GENRE))
        .containsExactly("Rock", "\u00c9lectro \"x\"");
    assertThat(known.tags(TagProfile.DEFAULT).orElseThrow().values(TagField.MOOD)).isEmpty();
  }

  @Test
  void anEditOfTagsKeepsTheFingerprint() throws Exception {
    Path file = library.write("one.mp3", "", "la");
    library.scan(index);
    Fingerprint before = index.find(file).orElseThrow().fingerprint();
    FileTime time = Files.getLastModifiedTime(file);
    library.write("one.mp3", "GENRE=Rock\n", "la");
    Files.setLastModifiedTime(file, time); // as Tonearm's own writes do
    assertThat(library.scan(index).retagged()).isEqualTo(1);
    assertThat(index.find(file).orElseThrow().fingerprint()).isEqualTo(before);
    assertThat(before.ofWholeFile()).isFalse();
  }

  @Test
  void seesAWriteThatKeptSizeAndTime() throws Exception {
    Path file = library.write("one.mp3", "GENRE=Rock\n", "la");
    library.scan(index);
    FileTime time = Files.getLastModifiedTime(file);
    library.write("one.mp3", "GENRE=Rock\n", "lu");
    Files.setLastModifiedTime(file, time);
    assertThat(library.scan(index).changed()).isEqualTo(1);
  }

  @Test
  void recognisesAMovedFile() throws Exception {
    Path file = library.write("one.mp3", "GENRE=Rock\n", "la");
    library.write("two.mp3", "", "lala");
    library.scan(index);
    Fingerprint fingerprint = index.find(file).orElseThrow().fingerprint();
    Path moved = Files.createDirectories(library.folder.resolve("deep")).resolve("renamed.mp3");
    Files.move(file, moved);
    assertThat(library.scan(index)).isEqualTo(new ScanTally(1, 0, 1, 0, 0, 0, 1));
    assertThat(library.found).contains("MOVED renamed.mp3");
    assertThat(library.gone).containsExactly(file);
    assertThat(index.pathsOf(fingerprint)).containsExactly(moved, file);
  }

  @Test
  void aCopyIsNotAMove() throws Exception {
    Path file = library.write("one.mp3", "", "la");
    library.scan(index);
    Files.copy(file, library.folder.resolve("copy.mp3"));
    assertThat(library.scan(index)).isEqualTo(new ScanTally(1, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void aNameThatIsNoTextIsKnownAgain() throws Exception {
    Optional<Path> file = library.latin1("GENRE=Rock\n", "la");
    assumeTrue(file.isPresent(), "This system has no such names.");
    assertThat(library.scan(index).added()).isEqualTo(1);
    assertThat(library.scan(index).unchanged()).isEqualTo(1);
    Fingerprint fingerprint = index.find(file.get()).orElseThrow().fingerprint();
    assertThat(index.pathsOf(fingerprint))
        .singleElement()
        .satisfies(path -> assertThat(Files.exists(path)).isTrue());
    Files.delete(file.get());
    assertThat(library.scan(index).gone()).isEqualTo(1);
  }

  @Test
  void aFileThatCameBackIsKnownAndWhatStaysAwayIsForgotten() throws Exception {
    Path file = library.write("one.mp3", "", "la");
    Path other = library.write("two.mp3", "", "lala");
    library.scan(index);
    Path away = temporary.resolve("away.mp3");
    FileStat stat = library.reading.stats().of(file);
    Files.move(file, away);
    Files.delete(other);
    assertThat(library.scan(index).gone()).isEqualTo(2);
    assertThat(library.scan(index).gone()).as("told once").isZero();
    assertThat(index.files()).isZero();
    Files.move(away, file);
    // Being moved back and forth shows on the inode; the audio is read again and known.
    assertThat(library.reading.stats().of(file).modified()).isEqualTo(stat.modified());
    ScanTally back = library.scan(index);
    assertThat(back.unchanged() + back.retagged()).isEqualTo(1);
    assertThat(index.files()).isEqualTo(1);
    assertThat(index.forgetGone(Duration.ofSeconds(-10))).isEqualTo(1);
    assertThat(index.find(file)).isPresent();
    assertThat(index.find(other)).isEmpty();
  }

  @Test
  void whatIsThereButWasNotAskedForIsNotGone() throws Exception {
    library.write("one.mp3", "", "la");
    Path odd = library.write("odd.xyz", "", "lala");
    index.record(library.read(odd));
    assertThat(library.scan(index).gone()).isZero();
    assertThat(index.files()).isEqualTo(2);
  }

  @Test
  void otherReadingOfTagsReadsAgain() throws Exception {
    library.write("one.mp3", "GENRE=Rock\n", "la");
    library.scan(index);
    TagProfile other = new TagProfile("/", "MOOD", 4, TagProfile.DEFAULT.modificationTime());
    assertThat(library.scan(index, other).retagged()).isEqualTo(1);
    assertThat(library.scan(index, other).unchanged()).isEqualTo(1);
  }

  @Test
  void aFileWithoutCodecIsKnownByAllItsBytes() throws Exception {
    Path file = library.folder.resolve("one.mp3");
    Files.writeString(file, "no such format");
    assertThat(library.scan(index).added()).isEqualTo(1);
    IndexedFile known = index.find(file).orElseThrow();
    assertThat(known.fingerprint().ofWholeFile()).isTrue();
    assertThat(known.tags()).isEmpty();
    assertThat(library.scan(index).unchanged()).isEqualTo(1);
  }

  @Test
  void anEmptyFileFailsNothingElse() throws Exception {
    Files.createFile(library.folder.resolve("empty.mp3"));
    library.write("one.mp3", "", "la");
    assertThat(library.scan(index).files()).isEqualTo(2);
    assertThat(library.found).contains("NEW one.mp3");
  }

  @Test
  void moreFilesThanABatch() throws Exception {
    for (int i = 0; i < 1203; i++) {
      library.write("f" + i % 7 + "/" + i + ".mp3", "", "la" + i);
    }
    assertThat(library.scan(index).added()).isEqualTo(1203);
    assertThat(library.scan(index)).isEqualTo(new ScanTally(1203, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void stopsWhenAsked() throws Exception {
    Path one = library.write("one.mp3", "", "la");
    library.write("two.mp3", "", "lala");
    IndexScan scan = new IndexScan(index, library.reading, TagProfile.DEFAULT);
    int[] asked = {0};
    ScanTally tally =
        scan.run(
            new LibraryScan()
                .tracks(new TrackRequest(List.of(library.folder), List.of(), List.of(), p -> {})),
            List.of(library.folder),
            new Silent(),
            () -> asked[0]++ > 0);
    assertThat(tally.files()).isEqualTo(1);
    assertThat(index.find(one)).isPresent();
  }

  private static final class Silent implements IndexScan.Listener {
    @Override
    public void found(Track track, FileChange change, IndexedFile file) {}

    @Override
    public void failed(Track track, TonearmException error) {}

    @Override
    public void gone(Path path) {}
  }
}
