package org.tonearm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/** Filters, orders and what can be filtered by. */
final class ArrangementTest {
  private static final TrackOrder<String> BY_TITLE =
      new TrackOrder<>(TrackRow::title, Comparator.naturalOrder());
  private static final TrackOrder<Double> BY_SURE =
      new TrackOrder<>(row -> row.confidence(TagField.GENRE).orElse(-1), Comparator.naturalOrder());

  @Test
  void filtersByLabelOfFileAndPlan() {
    List<TrackRow> rows =
        List.of(row("a", "Jazz", "", 0.4), row("b", "", "jazz", 0.9), row("c", "Rock", "", 0.7));
    assertThat(order(rows, filter("JAZZ", 0, 1, ""))).containsExactly(0, 1);
    assertThat(order(rows, filter("Jaz", 0, 1, ""))).isEmpty();
  }

  @Test
  void filtersByConfidence() {
    List<TrackRow> rows =
        List.of(row("a", "Jazz", "", 0.4), row("b", "", "jazz", 0.9), row("c", "Rock", "", 0.7));
    assertThat(order(rows, filter("", 0.5, 1, ""))).containsExactly(1, 2);
    assertThat(order(rows, filter("", 0.5, 0.8, ""))).containsExactly(2);
    assertThat(order(rows, filter("", 0, 0.4, ""))).containsExactly(0);
  }

  @Test
  void aFolderHoldsWhatLiesBelowItAndNoNeighbour() {
    String folder = Path.of("music", "Late").toString();
    List<TrackRow> rows =
        List.of(
            row(folder + File.separator + "x.mp3", "", "", 0.4),
            row(folder + "r" + File.separator + "x.mp3", "", "", 0.4));
    assertThat(order(rows, filter("", 0, 1, folder))).containsExactly(0);
    assertThat(order(rows, filter("", 0, 1, folder + File.separator))).containsExactly(0);
    assertThat(order(rows, filter("", 0, 1, "music"))).containsExactly(0, 1);
  }

  @Test
  void theFirstKeyCountsMostAndEqualsStayAsTheyCame() {
    Random random = new Random(3);
    List<TrackRow> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(row("title " + random.nextInt(9), "", "", random.nextInt(4) / 4.0));
    }
    int[] order =
        new Arrangement(rows, TrackFilter.ALL, List.of(BY_SURE.descending(), BY_TITLE))
            .order(() -> false);
    List<Integer> expected =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(
                        i -> -rows.get(i).confidence(TagField.GENRE).orElseThrow())
                    .thenComparing(i -> rows.get(i).title())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    assertThat(order).containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
  }

  @Test
  void whatIsNotWantedEndsEarly() {
    List<TrackRow> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(row("t", "", "", 0.5));
    }
    int[] asked = new int[1];
    int[] order = new Arrangement(rows, TrackFilter.ALL, List.of()).order(() -> ++asked[0] > 2);
    assertThat(order.length).isBetween(1, 4999);
  }

  @Test
  void facetsNameLabelsOnceAndFoldersThatHoldTracks() {
    Path place = Path.of("music");
    List<TrackRow> rows =
        List.of(
            row(place.resolve("b").resolve("deep").resolve("1").toString(), "jazz", "", 0.1),
            row(place.resolve("a").resolve("2").toString(), "Rock", "Jazz", 0.1),
            row(place.resolve("3").toString(), "", "", 0.1));
    Facets facets = Facets.of(rows, List.of(place, Path.of("empty")));
    assertThat(facets.labels()).containsExactly("jazz", "Rock");
    assertThat(facets.folders())
        .containsExactly("music", place.resolve("a").toString(), place.resolve("b").toString());
  }

  private static int[] order(List<TrackRow> rows, TrackFilter filter) {
    return new Arrangement(rows, filter, List.of()).order(() -> false);
  }

  private static TrackFilter filter(String label, double least, double most, String folder) {
    return new TrackFilter(TrackFilter.Kind.ALL, "", label, least, most, folder);
  }

  private static TrackRow row(String path, String current, String planned, double sure) {
    LabelScore score = new LabelScore("x", sure);
    List<FieldChange> changes =
        planned.isEmpty()
            ? List.of()
            : List.of(new FieldChange(TagField.GENRE, List.of(), List.of(planned), "empty"));
    return new TrackRow(
        new HeardFile(
            Credits.NONE,
            current.isEmpty() ? Map.of() : Map.of(TagField.GENRE, List.of(current)),
            new PlannedTrack(
                Path.of(path),
                changes.isEmpty() ? "unchanged" : PlannedTrack.PLANNED,
                "",
                0,
                List.of(new Verdict(Task.GENRE, "m", List.of(), List.of(score), "unsure")),
                changes,
                Optional.empty()),
            Map.of()));
  }
}
