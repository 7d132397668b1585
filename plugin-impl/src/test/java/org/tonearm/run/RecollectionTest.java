package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.library.index.FrameStore;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.library.index.LibraryIndex;

final class RecollectionTest {
  @TempDir Path temporary;
  private TextLibrary library;
  private LibraryIndex index;
  private Recollection recollection;

  @BeforeEach
  void open() throws Exception {
    library = new TextLibrary(Files.createDirectories(temporary.resolve("music")));
    index = LibraryIndex.open(temporary.resolve("home/index.db"));
    recollection =
        new Recollection(
            Optional.of(index),
            new FrameStore(temporary.resolve("home/frames"), 0),
            library.reading);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void theSecondLookOpensNothing() throws Exception {
    library.write("a/one.mp3", "GENRE=Rock\n", "la");
    library.write("b/two.mp3", "", "lala");
    assertThat(library.opened(recollection)).containsExactly("one.mp3", "two.mp3");
    assertThat(library.opened(recollection)).isEmpty();
  }

  @Test
  void withoutAnIndexEveryLookOpens() throws Exception {
    library.write("one.mp3", "", "la");
    Recollection none = new Recollection(Optional.empty(), recollection.frames(), library.reading);
    assertThat(library.opened(none)).containsExactly("one.mp3");
    assertThat(library.opened(none)).containsExactly("one.mp3");
  }

  @Test
  void theTagsOfAnUnchangedFileAreKnown() throws Exception {
    Path file = library.write("one.mp3", "GENRE=Rock\nGENRE=\u00c9lectro \"x\"\n", "la");
    library.opened(recollection);
    IndexedFile known = recollection.look(new Track(file, ""), TagProfile.DEFAULT).file();
    assertThat(known.tags(TagProfile.DEFAULT).orElseThrow().values(TagField.GENRE))
        .containsExactly("Rock", "\u00c9lectro \"x\"");
    assertThat(known.tags(TagProfile.DEFAULT).orElseThrow().values(TagField.MOOD)).isEmpty();
  }

  @Test
  void anEditOfTagsKeepsTheFingerprint() throws Exception {
    Path file = library.write("one.mp3", "", "la");
    library.opened(recollection);
    Fingerprint before = index.find(file).orElseThrow().fingerprint();
    FileTime time = Files.getLastModifiedTime(file);
    library.write("one.mp3", "GENRE=Rock\n", "la");
    Files.setLastModifiedTime(file, time); // as Tonearm's own writes do
    assertThat(library.opened(recollection)).containsExactly("one.mp3");
    assertThat(index.find(file).orElseThrow().fingerprint()).isEqualTo(before);
    assertThat(before.ofWholeFile()).isFalse();
  }

  @Test
  void aWriteThatKeptSizeAndTimeIsSeen() throws Exception {
    Path file = library.write("one.mp3", "GENRE=Rock\n", "la");
    library.opened(recollection);
    Fingerprint before = index.find(file).orElseThrow().fingerprint();
    FileTime time = Files.getLastModifiedTime(file);
    library.write("one.mp3", "GENRE=Rock\n", "lu");
    Files.setLastModifiedTime(file, time);
    assertThat(library.opened(recollection)).containsExactly("one.mp3");
    assertThat(index.find(file).orElseThrow().fingerprint()).isNotEqualTo(before);
  }

  @Test
  void aMovedFileAndACopyAreTheSameAudio() throws Exception {
    Path file = library.write("one.mp3", "GENRE=Rock\n", "la");
    library.opened(recollection);
    Fingerprint fingerprint = index.find(file).orElseThrow().fingerprint();
    Path moved = Files.createDirectories(library.folder.resolve("deep")).resolve("renamed.mp3");
    Files.move(file, moved);
    Path copy = Files.copy(moved, library.folder.resolve("copy.mp3"));
    library.opened(recollection);
    assertThat(index.pathsOf(fingerprint)).containsExactly(copy, moved, file);
  }

  @Test
  void aNameThatIsNoTextIsKnownAgain() throws Exception {
    Optional<Path> file = library.latin1("GENRE=Rock\n", "la");
    assumeTrue(file.isPresent(), "This system has no such names.");
    assertThat(library.opened(recollection)).hasSize(1);
    assertThat(library.opened(recollection)).isEmpty();
    Fingerprint fingerprint = index.find(file.get()).orElseThrow().fingerprint();
    assertThat(index.pathsOf(fingerprint))
        .singleElement()
        .satisfies(path -> assertThat(Files.exists(path)).isTrue());
  }

  @Test
  void aFileThatCameBackIsStillKnown() throws Exception {
    Path file = library.write("one.mp3", "", "la");
    library.opened(recollection);
    Fingerprint before = index.find(file).orElseThrow().fingerprint();
    Path away = temporary.resolve("away.mp3");
    Files.move(file, away);
    assertThat(library.opened(recollection)).isEmpty();
    Files.move(away, file);
    library.opened(recollection);
    assertThat(index.find(file).orElseThrow().fingerprint()).isEqualTo(before);
  }

  @Test
  void otherReadingOfTagsReadsAgain() throws Exception {
    library.write("one.mp3", "GENRE=Rock\n", "la");
    library.opened(recollection);
    TagProfile other = new TagProfile("/", "MOOD", 4, TagProfile.DEFAULT.modificationTime());
    assertThat(library.opened(recollection, other)).containsExactly("one.mp3");
    assertThat(library.opened(recollection, other)).isEmpty();
  }

  @Test
  void aFileWithoutCodecIsKnownByAllItsBytes() throws Exception {
    Path file = library.folder.resolve("one.mp3");
    Files.writeString(file, "no such format");
    library.opened(recollection);
    IndexedFile known = index.find(file).orElseThrow();
    assertThat(known.fingerprint().ofWholeFile()).isTrue();
    assertThat(known.tags()).isEmpty();
    assertThat(recollection.knows(new Track(file, ""))).isTrue();
  }
}
