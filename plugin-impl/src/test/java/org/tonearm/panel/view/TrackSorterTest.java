package org.tonearm.panel.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonearm.panel.HeardFile;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackFilter;
import org.tonearm.panel.Tracks;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/** The table stays right while rows are arranged on another thread. */
final class TrackSorterTest {
  private static final int COUNT = 3000;
  private static final int TITLE = 0;

  private final Tracks tracks = new Tracks();
  private final Semaphore arranged = new Semaphore(0);
  private TrackSorter sorter;
  private JTable table;

  @BeforeEach
  void open() throws Exception {
    onScreen(
        () -> {
          TrackTableModel model = new TrackTableModel(tracks, new Texts(Locale.ENGLISH));
          sorter = new TrackSorter(model, SwingUtilities::invokeLater, arranged::release);
          table = new JTable(model);
          table.setRowSorter(sorter);
          tracks.put(files(0, COUNT));
        });
  }

  @AfterEach
  void close() throws Exception {
    onScreen(sorter::close);
  }

  @Test
  void theSelectionGoesWithItsTracks() throws Exception {
    onScreen(
        () -> {
          table.setRowSelectionInterval(10, 11);
          table.addRowSelectionInterval(700, 700);
          sorter.toggleSortOrder(TITLE);
          sorter.toggleSortOrder(TITLE);
        });
    arranged.acquire();
    onScreen(
        () -> {
          assertThat(table.getRowCount()).isEqualTo(COUNT);
          assertThat(selected()).containsExactly("t00700", "t00011", "t00010");
          assertThat(table.getValueAt(0, TITLE)).isEqualTo("t02999");
          sorter.toggleSortOrder(TITLE);
        });
    arranged.acquire();
    onScreen(
        () -> {
          assertThat(table.getValueAt(0, TITLE)).isEqualTo("t00000");
          assertThat(selected()).containsExactly("t00010", "t00011", "t00700");
        });
  }

  @Test
  void aSelectedTrackThatIsFilteredAwayComesBackSelected() throws Exception {
    onScreen(
        () -> {
          table.setRowSelectionInterval(5, 5);
          sorter.filter(new TrackFilter(TrackFilter.Kind.ALL, "t0012"));
        });
    arranged.acquire();
    onScreen(
        () -> {
          assertThat(table.getRowCount()).isEqualTo(10);
          assertThat(selected()).isEmpty();
          sorter.filter(TrackFilter.ALL);
        });
    arranged.acquire();
    onScreen(() -> assertThat(selected()).containsExactly("t00005"));
  }

  @Test
  void theLastOfManyWishesHolds() throws Exception {
    onScreen(
        () -> {
          for (String words : List.of("t", "t0", "t00", "t001", "t0010", "t00101")) {
            sorter.filter(new TrackFilter(TrackFilter.Kind.ALL, words));
          }
        });
    arranged.acquire();
    onScreen(() -> assertThat(shown()).containsExactly("t00101"));
    assertThat(arranged.tryAcquire()).isFalse();
  }

  @Test
  void whatComesLaterIsFilteredToo() throws Exception {
    onScreen(() -> sorter.filter(new TrackFilter(TrackFilter.Kind.ALL, "99")));
    arranged.acquire();
    int before = onScreenRows();
    onScreen(
        () -> {
          tracks.put(files(COUNT, COUNT + 2000));
          // Not known yet, and nothing breaks meanwhile.
          assertThat(table.getRowCount()).isEqualTo(before);
          tracks.put(files(0, 100));
        });
    arranged.acquire();
    onScreen(
        () ->
            assertThat(shown())
                .isEqualTo(
                    files(0, COUNT + 2000).stream()
                        .map(file -> file.planned().path().toString())
                        .filter(name -> name.contains("99"))
                        .toList()));
  }

  private int onScreenRows() throws Exception {
    int[] rows = new int[1];
    onScreen(() -> rows[0] = table.getRowCount());
    return rows[0];
  }

  private List<String> shown() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < table.getRowCount(); i++) {
      names.add((String) table.getValueAt(i, TITLE));
    }
    return names;
  }

  private List<String> selected() {
    return Arrays.stream(table.getSelectedRows())
        .mapToObj(row -> (String) table.getValueAt(row, TITLE))
        .toList();
  }

  private static List<HeardFile> files(int from, int to) {
    List<HeardFile> files = new ArrayList<>();
    for (int i = from; i < to; i++) {
      PlannedTrack planned =
          new PlannedTrack(
              Path.of(String.format("t%05d", i)),
              "unchanged",
              "",
              0,
              List.of(),
              List.of(),
              Optional.empty());
      files.add(new HeardFile(Credits.NONE, Map.of(), planned, Map.of()));
    }
    return files;
  }

  private static void onScreen(Runnable errand) throws Exception {
    try {
      SwingUtilities.invokeAndWait(errand);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw e;
    }
  }
}
