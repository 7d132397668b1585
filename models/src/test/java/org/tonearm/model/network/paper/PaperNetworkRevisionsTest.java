package org.tonearm.model.network.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonearm.model.dataset.ContentKey;

/**
 * Figures are kept by revision, so a network that is built otherwise needs a new one. Where this
 * fails: raise the network's revision, train it anew for the table, and put the new value into
 * network-revisions.properties. A network that has no figures yet needs no line there.
 */
class PaperNetworkRevisionsTest {
  private static final int CLASSES = 3;

  static Stream<String> networks() throws Exception {
    Set<String> measured = new HashSet<>(known().stringPropertyNames());
    try (Stream<String> rows = Files.lines(Path.of("..", "docs", "papers", "papers.csv"))) {
      rows.map(row -> row.substring(0, row.indexOf(','))).forEach(measured::add);
    }
    return PaperNetworks.all().stream().map(PaperNetwork::id).filter(measured::contains);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aNetworkBuiltOtherwiseHasAnotherRevision(String id) throws Exception {
    PaperNetwork paper = PaperNetworks.byId(id).orElseThrow();
    int dimensions = paper.input().shape() == PaperInput.Shape.IMAGE ? bands(paper) : 5;
    String built = paper.build(dimensions, CLASSES, 1).getConfiguration().toJson();
    assertThat(paper.revision() + " " + ContentKey.of(built, 6))
        .as("revision and layers of %s", id)
        .isEqualTo(known().getProperty(id));
  }

  private static int bands(PaperNetwork paper) {
    return paper.input().feature() == PaperFeature.MEL ? 96 : 33;
  }

  private static Properties known() throws Exception {
    Properties known = new Properties();
    try (InputStream in =
        PaperNetworkRevisionsTest.class.getResourceAsStream("network-revisions.properties")) {
      known.load(in);
    }
    return known;
  }
}
