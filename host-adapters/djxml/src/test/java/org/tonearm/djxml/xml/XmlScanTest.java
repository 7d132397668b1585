package org.tonearm.djxml.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.host.HostException;

final class XmlScanTest {
  private static final String WHOLE =
      "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- < & -->\r\n"
          + "<!DOCTYPE a PUBLIC \"x>y\" 'http://localhost:1/never.dtd'>"
          + "<a b='1 > \"2\"' c = \"caf\u00e9 &amp;&#x1F3B5;\"><d/>t\u00fc&lt;<![CDATA[<&]]><e >x</e ></a>";

  @TempDir Path temp;

  @Test
  void tellsElementsTextAndOffsets() throws IOException, HostException {
    Path file = Files.writeString(temp.resolve("a.xml"), WHOLE);
    List<String> told = new ArrayList<>();
    List<XmlTag> tags = new ArrayList<>();
    XmlScan.scan(
        file,
        new XmlHandler() {
          @Override
          public void start(XmlTag tag) {
            tags.add(tag);
            told.add("<" + tag.name() + tag.depth());
          }

          @Override
          public void text(String text) {
            told.add(text);
          }

          @Override
          public void end(XmlTag tag, long start) {
            told.add("/" + tag.name());
          }
        });
    assertThat(told).containsExactly("<a0", "<d1", "/d", "t\u00fc<", "<&", "<e1", "x", "/e", "/a");
    byte[] bytes = Files.readAllBytes(file);
    XmlAttribute c = tags.get(0).attribute("c").orElseThrow();
    assertThat(c.value()).isEqualTo("caf\u00e9 &\uD83C\uDFB5");
    assertThat(slice(bytes, c.start(), c.end())).isEqualTo("caf\u00e9 &amp;&#x1F3B5;");
    assertThat(tags.get(0).value("b")).isEqualTo("1 > \"2\"");
    assertThat(slice(bytes, tags.get(0).start(), tags.get(0).end()))
        .startsWith("<a b")
        .endsWith(">");
    assertThat(slice(bytes, tags.get(1).start(), tags.get(1).end())).isEqualTo("<d/>");
  }

  @Test
  void refusesAFileThatIsCutShortAnywhere() throws IOException {
    byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
    Path file = temp.resolve("cut.xml");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(HostException.class)
          .as("cut at %s", length)
          .isThrownBy(() -> XmlScan.scan(file, tag -> {}))
          .withMessageContaining("cut.xml")
          .satisfies(e -> assertThat(e.code()).isEqualTo("library-malformed"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;\">]><a b='&m;'/>",
        "<a>&x;</a>",
        "<a b='&#0;'/>",
        "<a b='&#xD800;'/>",
        "<a b='&amp'/>",
        "<a b='1' b='2'/>",
        "<a b='1'c='2'/>",
        "<a b=1/>",
        "<a b='<'/>",
        "<a><b></a></b>",
        "<a/><b/>",
        "<a/>text",
        "text<a/>",
        "<a></a><!DOCTYPE a>",
        "<a",
        "<>",
        "no XML",
        "<?xml version='1.0' encoding='UTF-16'?><a/>"
      })
  void refusesWhatIsBrokenOrHostile(String xml) throws IOException {
    Path file = Files.writeString(temp.resolve("bad.xml"), xml);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> XmlScan.scan(file, tag -> {}))
        .withMessageContainingAll("bad.xml", "line 1")
        .satisfies(e -> assertThat(e.code()).isEqualTo("library-malformed"))
        .satisfies(e -> assertThat(e.remedy()).isNotBlank());
  }

  @Test
  void refusesDepthWithoutEndAndWrongBytes() throws IOException {
    Path deep = Files.writeString(temp.resolve("deep.xml"), "<a>".repeat(100_000));
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> XmlScan.scan(deep, tag -> {}))
        .withMessageContaining("200 deep");
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 2000; i++) {
      wide.append(" b").append(i).append("=''");
    }
    Path many = Files.writeString(temp.resolve("wide.xml"), wide.append("/>"));
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> XmlScan.scan(many, tag -> {}))
        .withMessageContaining("more than 1000 attributes");
    Path latin = temp.resolve("latin.xml");
    Files.write(latin, "<a>caf\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> XmlScan.scan(latin, tag -> {}))
        .withMessageContaining("no UTF-8");
  }

  /** Longer than what is read at once, with line ends within attributes. */
  @Test
  void keepsCountInALongFile() throws IOException, HostException {
    String row = "<t a='1\r\n\t2\r3\n4'/>\n";
    Path file = temp.resolve("long.xml");
    byte[] sound = ("<a>\n" + row.repeat(9_000)).getBytes(StandardCharsets.UTF_8);
    Files.write(file, sound);
    Files.writeString(file, "<t b='caf\u00e9'/></a>", StandardOpenOption.APPEND);
    List<XmlTag> tags = new ArrayList<>();
    XmlScan.scan(file, tags::add);
    assertThat(tags.get(9_000).value("a")).isEqualTo("1  2 3 4");
    XmlAttribute b = tags.get(9_001).attribute("b").orElseThrow();
    assertThat(slice(Files.readAllBytes(file), b.start(), b.end())).isEqualTo("caf\u00e9");
    Files.write(file, sound);
    Files.write(
        file,
        "<t b='caf\u00e9'/></a>".getBytes(StandardCharsets.ISO_8859_1),
        StandardOpenOption.APPEND);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> XmlScan.scan(file, tag -> {}))
        .withMessageContainingAll("line 27002", "no UTF-8");
  }

  private static String slice(byte[] bytes, long start, long end) {
    return new String(Arrays.copyOfRange(bytes, (int) start, (int) end), StandardCharsets.UTF_8);
  }
}
