package org.tonearm.panel.view.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.Timer;
import org.tonearm.api.Task;
import org.tonearm.api.tag.TagField;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Setting;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.settings.CardSteps;
import org.tonearm.panel.settings.ModelSheet;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.ThresholdCurve;
import org.tonearm.panel.settings.ThresholdPreview;

/** The threshold of a question, with what would be told at it, and how much of that be right. */
final class ThresholdPane {
  private static final int PATIENCE_MILLIS = 400;

  private final Texts texts;
  private final SettingsDesk desk;
  private final Task task;
  private final Supplier<List<TrackRow>> rows;
  private final ThresholdEditor editor;
  private final SettingRow row;
  private final ThresholdChart chart;
  private final Prose told = new Prose("");
  private final Timer later = new Timer(PATIENCE_MILLIS, event -> count());
  private List<ModelSheet> models = List.of();
  private Optional<String> wished = Optional.empty();
  private ThresholdCurve curve = ThresholdCurve.NONE;
  private CardSteps steps = new CardSteps(List.of());

  /**
   * @param least the setting of the task's threshold
   * @param rows the tracks of the session
   */
  ThresholdPane(
      Setting least, Task task, Texts texts, SettingsDesk desk, Supplier<List<TrackRow>> rows) {
    this.texts = texts;
    this.desk = desk;
    this.task = task;
    this.rows = rows;
    this.chart = new ThresholdChart(texts);
    this.editor =
        new ThresholdEditor(
            texts.get("settings.threshold.own"), least.reading(), this::write, this::preview);
    this.row = new SettingRow(least, least.key(), texts, desk, Optional.of(editor));
    String key = "setting." + least.key();
    editor.name(
        key, texts.get(key), texts.get(key + ".tip"), texts.get("settings.threshold.own.tip"));
    told.setName("preview." + task.word());
    chart.setName("chart." + task.word());
    chart.getAccessibleContext().setAccessibleName(texts.get("settings.chart"));
    later.setRepeats(false);
    later.start();
    preview(editor.threshold());
  }

  /** Puts row and preview on a page. */
  void addTo(Page page) {
    row.addTo(page);
    page.add(new JLabel(texts.get("settings.preview")), "top");
    page.add(told, "span 2, growx, wmin 0");
    page.add(chart, "skip 1, span 2, growx, wmin 0, gapbottom 14");
  }

  void show(ConfigurationSheet sheet) {
    wished = Optional.ofNullable(sheet.configuration().models().get(task));
    useModel();
    row.show(sheet);
  }

  void offer(List<ModelSheet> all) {
    models = all.stream().filter(model -> model.info().task() == task).toList();
    useModel();
  }

  /** The tracks changed. Many changes are shown once. */
  void tracksChanged() {
    later.restart();
  }

  private void useModel() {
    models.stream()
        .filter(model -> wished.isEmpty() || model.info().id().equals(wished.get()))
        .findFirst()
        .ifPresent(
            model -> {
              steps = CardSteps.of(model.card());
              editor.model(model.info().threshold());
            });
    draw();
  }

  private void write(Object value) {
    row.set(value);
  }

  /** Many tracks take a while. */
  private void count() {
    List<TrackRow> tracks = rows.get();
    desk.ask(
        () -> ThresholdCurve.of(tracks, TagField.of(task)),
        made -> {
          curve = made;
          draw();
        });
  }

  private void draw() {
    ThresholdCurve drawn = curve;
    boolean any = drawn.at(0).tracks() > 0;
    chart.show(
        t -> any ? OptionalDouble.of(drawn.at(t).coverage()) : OptionalDouble.empty(),
        t -> drawn.at(t).right(),
        steps);
    preview(editor.threshold());
  }

  private void preview(double threshold) {
    chart.mark(threshold);
    ThresholdPreview now = curve.at(threshold);
    StringBuilder sentence = new StringBuilder();
    if (now.tracks() == 0) {
      sentence.append(texts.get("settings.preview.none"));
    } else {
      sentence.append(
          texts.get(
              "settings.preview." + task.word(),
              threshold,
              now.told(),
              now.tracks(),
              percent(now.coverage()),
              now.empty()));
      now.right()
          .ifPresent(
              right -> sentence.append(' ').append(texts.get("settings.right", percent(right))));
    }
    steps
        .at(threshold)
        .ifPresent(
            step ->
                sentence
                    .append('\n')
                    .append(
                        texts.get(
                            "settings.card.at", percent(step.told()), percent(step.right()))));
    told.setText(sentence.toString());
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }
}
