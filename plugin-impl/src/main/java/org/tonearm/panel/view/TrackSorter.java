package org.tonearm.panel.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import org.tonearm.panel.Arrangement;
import org.tonearm.panel.TrackFilter;
import org.tonearm.panel.TrackOrder;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.thread.OwnThread;

/**
 * Filters and sorts the table of tracks on a thread of its own, so that the event thread only takes
 * the outcome over. Until that comes, the table stays as it is. A newer wish replaces an older one.
 *
 * <p>A row that changes keeps its place until something else has the rows arranged anew, so that no
 * track jumps away while somebody decides on it.
 */
final class TrackSorter extends RowSorter<TrackTableModel> implements AutoCloseable {
  /** While tracks come in, rows are arranged anew no more often. */
  private static final long REST_MILLIS = 400;

  private static final int MOST_KEYS = 2;

  private final TrackTableModel model;
  private final Executor screen;
  private final Runnable arranged;
  private final ExecutorService thread;
  private TrackFilter filter = TrackFilter.ALL;
  private List<SortKey> keys = List.of();
  private int[] toModel = new int[0];
  private int[] toView = new int[0];
  private boolean plain = true;
  private final AtomicInteger wish = new AtomicInteger();
  private boolean resting;
  private Future<?> task;

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param arranged told there when the shown rows are others
   */
  TrackSorter(TrackTableModel model, Executor screen, Runnable arranged) {
    this.model = model;
    this.screen = screen;
    this.arranged = arranged;
    this.thread = OwnThread.named("tonearm-table");
  }

  /** Shows what passes. */
  void filter(TrackFilter wanted) {
    if (!wanted.equals(filter)) {
      filter = wanted;
      arrange(0);
    }
  }

  /** Whether rows are being arranged. */
  boolean busy() {
    return task != null;
  }

  @Override
  public TrackTableModel getModel() {
    return model;
  }

  /** Upwards, then downwards, then as the tracks came. */
  @Override
  public void toggleSortOrder(int column) {
    List<SortKey> next = new ArrayList<>(keys);
    next.removeIf(key -> key.getColumn() == column);
    SortOrder was =
        keys.isEmpty() || keys.get(0).getColumn() != column
            ? SortOrder.UNSORTED
            : keys.get(0).getSortOrder();
    if (was != SortOrder.DESCENDING) {
      next.add(
          0,
          new SortKey(
              column, was == SortOrder.UNSORTED ? SortOrder.ASCENDING : SortOrder.DESCENDING));
    }
    setSortKeys(next);
  }

  @Override
  public int convertRowIndexToModel(int index) {
    return plain ? index : toModel[index];
  }

  @Override
  public int convertRowIndexToView(int index) {
    if (plain) {
      return index;
    }
    return index < toView.length ? toView[index] : -1;
  }

  @Override
  public void setSortKeys(List<? extends SortKey> wanted) {
    List<SortKey> some = wanted == null ? List.of() : List.copyOf(wanted);
    keys = some.subList(0, Math.min(MOST_KEYS, some.size()));
    fireSortOrderChanged();
    arrange(0);
  }

  @Override
  public List<? extends SortKey> getSortKeys() {
    return keys;
  }

  @Override
  public int getViewRowCount() {
    return plain ? model.getRowCount() : toModel.length;
  }

  @Override
  public int getModelRowCount() {
    return model.getRowCount();
  }

  @Override
  public void modelStructureChanged() {
    allRowsChanged();
  }

  @Override
  public void allRowsChanged() {
    take(new int[0], true);
    arrange(0);
  }

  @Override
  public void rowsInserted(int first, int last) {
    if (!(plain && unchanged())) {
      arrange(REST_MILLIS);
    }
  }

  @Override
  public void rowsDeleted(int first, int last) {
    allRowsChanged();
  }

  @Override
  public void rowsUpdated(int first, int last) {}

  @Override
  public void rowsUpdated(int first, int last, int column) {}

  @Override
  public void close() {
    wish.incrementAndGet();
    thread.shutdownNow();
  }

  /** Whether all tracks are shown as they came. */
  private boolean unchanged() {
    return filter.equals(TrackFilter.ALL) && keys.isEmpty();
  }

  private void arrange(long restMillis) {
    if (thread.isShutdown() || (restMillis > 0 && resting)) {
      return;
    }
    int mine = wish.incrementAndGet();
    if (task != null) {
      task.cancel(true);
    }
    resting = restMillis > 0;
    boolean asTheyCame = unchanged();
    task = thread.submit(() -> arrange(mine, restMillis, asTheyCame));
  }

  private void arrange(int mine, long restMillis, boolean asTheyCame) {
    try {
      Thread.sleep(restMillis);
    } catch (InterruptedException e) {
      return; // Another wish came.
    }
    screen.execute(
        () -> {
          if (mine == wish.get()) {
            resting = false;
            Arrangement question = question();
            task = thread.submit(() -> answer(mine, question, asTheyCame));
          }
        });
  }

  private void answer(int mine, Arrangement question, boolean asTheyCame) {
    int[] order = question.order(() -> mine != wish.get());
    screen.execute(
        () -> {
          if (mine == wish.get()) {
            task = null;
            int[] before = plain ? IntStream.range(0, model.getRowCount()).toArray() : toModel;
            take(order, asTheyCame);
            fireRowSorterChanged(before);
            arranged.run();
            if (question.rows().size() < model.getRowCount() && !asTheyCame) {
              arrange(REST_MILLIS);
            }
          }
        });
  }

  private Arrangement question() {
    List<TrackOrder<?>> by = new ArrayList<>();
    for (SortKey key : keys) {
      TrackOrder<?> one = TrackColumn.values()[key.getColumn()].order();
      by.add(key.getSortOrder() == SortOrder.DESCENDING ? one.descending() : one);
    }
    List<TrackRow> rows = model.rows();
    return new Arrangement(rows, filter, by);
  }

  private void take(int[] order, boolean asTheyCame) {
    plain = asTheyCame;
    toModel = asTheyCame ? new int[0] : order;
    toView = new int[asTheyCame ? 0 : model.getRowCount()];
    Arrays.fill(toView, -1);
    for (int i = 0; i < toModel.length; i++) {
      toView[toModel[i]] = i;
    }
  }
}
