package org.tonearm.djxml.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.host.HostException;
import org.tonearm.api.tag.TagField;
import org.tonearm.djxml.xml.XmlTag;

final class XmlCollectionTest {
  @TempDir Path temp;
  private final AtomicReference<Optional<String>> found =
      new AtomicReference<>(Optional.of("/Volumes/USB/a.mp3"));
  private Path file;
  private Path target;

  /** Reads elements {@code t}, whose files lie on a drive. */
  private final class Reader extends CollectionReader {
    private final List<ReadEntry> entries = new ArrayList<>();

    @Override
    protected String root() {
      return "c";
    }

    @Override
    protected void inside(XmlTag tag) {
      entries.add(
          new ReadEntry(
              "USB:a.mp3",
              found.get(),
              Map.of(TagField.GENRE, ValuePlace.ofAttribute(tag, "genre"))));
    }

    @Override
    protected CollectionContent content() {
      return new CollectionContent("1", entries, List.of());
    }
  }

  @BeforeEach
  void makeCollection() throws IOException {
    file = Files.writeString(temp.resolve("c.xml"), "<c><t genre=\"Polka\"/></c>");
    target = temp.resolve("new.xml");
  }

  private XmlCollection collection() throws HostException {
    return XmlCollection.read(file, Reader::new, "Import it.");
  }

  @Test
  void exportsThoughADriveIsTakenOffMeanwhile() throws IOException, HostException {
    XmlCollection collection = collection();
    found.set(Optional.empty());
    collection.export(target, Map.of(0, Map.of(TagField.GENRE, "Rock")));
    assertThat(target).hasContent("<c><t genre=\"Rock\"/></c>");
  }

  @Test
  void tellsThatTheCollectionItselfIsGone() throws IOException, HostException {
    XmlCollection collection = collection();
    Files.delete(file);
    refuses("library-missing", collection);
  }

  @Test
  void tellsThatTheCollectionBecameShorter() throws IOException, HostException {
    XmlCollection collection = collection();
    Files.writeString(file, "<c/>");
    refuses("library-changed", collection);
  }

  private void refuses(String code, XmlCollection collection) {
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> collection.export(target, Map.of(0, Map.of(TagField.GENRE, "Rock"))))
        .withMessageContaining("c.xml")
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    assertThat(temp).isDirectoryNotContaining("glob:**{new.xml,.tmp}");
  }
}
