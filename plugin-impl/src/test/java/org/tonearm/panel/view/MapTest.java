package org.tonearm.panel.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.JLabel;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tonearm.panel.HeardFile;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;
import org.w3c.dom.Document;

/** Where marks lie, what they stand for, and the map as SVG. */
final class MapTest {
  private static final MapLayout WHOLE = new MapLayout(Plane.WHOLE, 1100, 600);

  @Test
  void fewTracksHaveAMarkEach() {
    List<MoodPoint> points = points(300, "Rock", "Jazz");
    List<MapMark> marks = WHOLE.marks(points, MapLegend.of(points));
    assertThat(marks).hasSize(300).allMatch(mark -> mark.tracks().size() == 1);
    assertThat(MapLayout.joined(marks)).isFalse();
    assertThat(marks.get(7).x())
        .isCloseTo(1100 * (points.get(7).valence() + 1.1) / 2.2, within(1e-9));
  }

  @Test
  void manyTracksShareMarksAndNoneIsLost() {
    List<MoodPoint> points = points(20_000, "Rock", "Jazz", "Folk");
    List<MapMark> marks = WHOLE.marks(points, MapLegend.of(points));
    assertThat(marks.size()).isLessThan(3000);
    assertThat(marks.stream().mapToInt(mark -> mark.tracks().size()).sum()).isEqualTo(20_000);
    Set<MoodPoint> all = new HashSet<>();
    marks.forEach(mark -> all.addAll(mark.tracks()));
    assertThat(all).hasSize(new HashSet<>(points).size());
    // No mark covers another one's middle.
    for (MapMark one : marks.subList(0, 50)) {
      for (MapMark other : marks) {
        double apart = Math.hypot(one.x() - other.x(), one.y() - other.y());
        assertThat(one.equals(other) || apart > Math.max(one.radius(), other.radius())).isTrue();
      }
    }
  }

  @Test
  void aSharedMarkIsThatOfMostOfItsTracks() {
    List<MoodPoint> points = new ArrayList<>(points(20_000, "Rock"));
    for (int i = 0; i < 5; i++) {
      points.add(point(i, 0.9999, 0.9999, "Jazz"));
    }
    MapLegend legend = MapLegend.of(points);
    assertThat(legend.genres()).containsExactly("Jazz", "Rock");
    MapMark corner =
        WHOLE.marks(points, legend).stream()
            .filter(mark -> mark.tracks().stream().anyMatch(p -> p.genre().equals("Jazz")))
            .findFirst()
            .orElseThrow();
    assertThat(corner.mark().index()).isZero();
  }

  @Test
  void nearerThereAreSingleMarksAgain() {
    List<MoodPoint> points = points(20_000, "Rock", "Jazz");
    MapLayout near = new MapLayout(Plane.WHOLE.zoomed(12, 0.5, 0.5), WHOLE.width(), WHOLE.height());
    List<MapMark> marks = near.marks(points, MapLegend.of(points));
    assertThat(marks).isNotEmpty();
    assertThat(MapLayout.joined(marks)).isFalse();
  }

  @Test
  void theMapStaysWithinThePlane() {
    Plane near = Plane.WHOLE.zoomed(4, 1, 0).moved(10, 10);
    assertThat(near.valence() + near.span()).isCloseTo(1.1, within(1e-9));
    assertThat(near.arousal() + near.span()).isCloseTo(1.1, within(1e-9));
    assertThat(near.zoomed(0.01, 0.2, 0.7)).isEqualTo(Plane.WHOLE);
  }

  @Test
  void tooManyGenresShareTheLastMark() {
    List<MoodPoint> points = new ArrayList<>();
    for (int genre = 0; genre < 30; genre++) {
      for (int i = 0; i <= genre; i++) {
        points.add(point(i, 0.1, 0.1, String.format("genre %02d", genre)));
      }
    }
    MapLegend legend = MapLegend.of(points);
    assertThat(legend.size()).isEqualTo(GenreMark.MOST);
    assertThat(legend.genres()).hasSize(11).startsWith("genre 19").endsWith("genre 29");
    assertThat(WHOLE.marks(points, legend)).anyMatch(mark -> mark.mark().index() == 11);
  }

  @Test
  void genresThatDifferInCaseOnlyAreOne() {
    List<MoodPoint> points = new ArrayList<>(points(20_000, "Rock", "ROCK", "rock", "Jazz"));
    MapLegend legend = MapLegend.of(points);
    assertThat(legend.genres()).hasSize(2).startsWith("Jazz");
    assertThat(WHOLE.marks(points, legend)).isNotEmpty().allMatch(m -> m.mark().index() < 2);
    List<MoodPoint> few = points(4, "Rock", "ROCK");
    assertThat(WHOLE.marks(few, MapLegend.of(few))).allMatch(mark -> mark.mark().index() == 0);
  }

  @Test
  void whatCouldNotBePaintedIsTriedAgain() throws InterruptedException {
    BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    MapPicture.Wish nothing =
        new MapPicture.Wish(points(2000, "Rock"), WHOLE, MapInk.of(new JLabel()), 0);
    try (MapPainter painter = new MapPainter(new Texts(Locale.ENGLISH), screen::add, () -> {})) {
      for (int i = 0; i < 2; i++) {
        assertThat(painter.ask(nothing)).isEmpty();
        Runnable errand = screen.poll(30, TimeUnit.SECONDS);
        assertThat(errand).isNotNull();
        errand.run();
      }
    }
  }

  @Test
  void svgHoldsEveryMarkWithItsTip() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SvgPaper paper = new SvgPaper(out, 400, 300, "Map & more", 12)) {
      paper.box(0, 0, 400, 300, Color.WHITE, Color.GRAY);
      for (int i = 0; i < GenreMark.MOST; i++) {
        paper.mark(new GenreMark(i), 20 + 30 * i, 50, 5, Color.RED, "A <B> \u0000\u0001 😀 " + i);
      }
      paper.text("excited", 3, 9, Color.BLACK);
      paper.dashed(new Rectangle2D.Double(1, 2, 3, 4), Color.BLACK);
    }
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.toByteArray()));
    assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 400 300");
    assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(GenreMark.MOST + 1);
    assertThat(document.getElementsByTagName("title").item(3).getTextContent())
        .isEqualTo("A <B>  😀 2");
    assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(GenreMark.MOST + 1);
    assertThat(document.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("excited");
  }

  private static List<MoodPoint> points(int count, String... genres) {
    Random random = new Random(4);
    List<MoodPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double valence = Math.max(-1, Math.min(1, random.nextGaussian() / 3));
      double arousal = Math.max(-1, Math.min(1, random.nextGaussian() / 3));
      points.add(point(i, valence, arousal, genres[i % genres.length]));
    }
    return points;
  }

  private static MoodPoint point(int number, double valence, double arousal, String genre) {
    PlannedTrack planned =
        new PlannedTrack(
            Path.of(genre + number), "unchanged", "", 0, List.of(), List.of(), Optional.empty());
    return new MoodPoint(
        new TrackRow(new HeardFile(Credits.NONE, Map.of(), planned, Map.of())),
        valence,
        arousal,
        genre);
  }
}
