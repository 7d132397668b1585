package org.tonearm.installer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.tag.TagCodec;

/** There is a page for each host, format and model, and the index leads to all pages. */
final class IndexPageTest {
  private final Path root = Path.of("").toAbsolutePath().getParent();
  private final Path docs = root.resolve("docs");
  private String index;

  @BeforeEach
  void readIndex() throws IOException {
    index = Files.readString(docs.resolve("README.md"));
  }

  @Test
  void theIndexLeadsToEveryPage() throws IOException {
    assertThat(new Pages(root).all())
        .hasSizeGreaterThan(50)
        .filteredOn(page -> !page.equals(docs.resolve("README.md")))
        .allSatisfy(page -> assertThat(index).contains("](" + docs.relativize(page)));
  }

  @Test
  void everyHostHasAPage() throws IOException {
    List<String> hosts =
        ServiceLoader.load(HostAdapter.class).stream().map(host -> host.get().id()).toList();
    assertThat(hosts)
        .hasSizeGreaterThan(10)
        .allSatisfy(host -> assertThat(docs.resolve("hosts/" + host + ".md")).exists());
    String list = Files.readString(docs.resolve("commands/hosts.md"));
    assertThat(hosts).allSatisfy(host -> assertThat(list).contains("(../hosts/" + host + ".md)"));
  }

  @Test
  void everyFormatHasAPage() {
    List<String> formats =
        ServiceLoader.load(TagCodec.class).stream().map(codec -> codec.get().id()).toList();
    assertThat(formats)
        .contains("mp3", "flac")
        .allSatisfy(format -> assertThat(docs.resolve("formats/" + format + ".md")).exists());
  }

  @Test
  void everyModelHasACard() throws IOException {
    Path models = root.resolve("models/src/main/resources/org/tonearm/model/pretrained");
    assertThat(Files.readAllLines(models.resolve("models.txt")))
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(
            id -> {
              assertThat(models.resolve(id).resolve("card.md")).exists();
              assertThat(index).contains("/" + id + "/card.md)");
            });
  }
}
