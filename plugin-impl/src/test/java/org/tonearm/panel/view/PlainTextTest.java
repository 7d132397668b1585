package org.tonearm.panel.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.TableCellRenderer;
import javax.swing.text.View;
import javax.swing.tree.DefaultMutableTreeNode;
import org.junit.jupiter.api.Test;
import org.tonearm.api.LabelScore;
import org.tonearm.panel.Texts;
import org.tonearm.panel.artwork.Cover;

/** What stands in tags is never taken for a page, whose pictures would be fetched. */
final class PlainTextTest {
  private static final String EVIL = "<html><img src='http://127.0.0.1:9/x.png'>";

  private final Texts texts = new Texts(Locale.ENGLISH);

  @Test
  void cellsShowTheirTextAsItStands() throws Exception {
    onScreen(
        () -> {
          for (TableCellRenderer made :
              List.of(TrackCells.text(texts), TrackCells.titled(texts, 9, row -> Cover.AWAITED))) {
            JLabel cell = rendered(made);
            assertThat(page(cell)).isNull();
            assertThat(cell.getText()).isEqualTo(EVIL);
            assertThat(cell.getToolTipText()).startsWith("<html>&lt;html>&lt;img");
          }
        });
  }

  @Test
  void cellsOfSeveralLinesShowATagAsItStands() throws Exception {
    onScreen(
        () -> {
          TableCellRenderer wrapped = TrackCells.wrapped(texts);
          for (int turn = 0; turn < 2; turn++) {
            JLabel cell = rendered(wrapped);
            View page = (View) page(cell);
            assertThat(page.getDocument().getText(0, page.getDocument().getLength()))
                .contains(EVIL);
          }
        });
  }

  @Test
  void listsBoxesAndTreesShowTheirTextAsItStands() throws Exception {
    onScreen(
        () -> {
          ChoiceBox box = new ChoiceBox("all", 90, false);
          box.offer(List.of(EVIL));
          box.updateUI();
          JList<String> list = new JList<>();
          assertThat(page(cell(box, list))).isNull();
          JTree tree = new JTree(new DefaultMutableTreeNode(EVIL));
          PlainText.cells(tree);
          tree.updateUI();
          assertThat(
                  page(
                      tree.getCellRenderer()
                          .getTreeCellRendererComponent(tree, EVIL, false, false, true, 0, false)))
              .isNull();
        });
  }

  @Test
  void barsOfScoresShowALabelAsItStands() throws Exception {
    onScreen(
        () -> {
          ScoreBars bars = new ScoreBars(texts);
          bars.show(List.of(new LabelScore(EVIL, 0.5)));
          assertThat(page(bars.getComponent(0))).isNull();
        });
  }

  @Test
  void tipsShowAllLinesAsTheyStand() {
    assertThat(PlainText.tip("Drum & Bass")).isEqualTo("Drum & Bass");
    assertThat(PlainText.tip("a < b\nc & d")).isEqualTo("<html>a &lt; b<br>c &amp; d</html>");
    assertThat(PlainText.tip("<HTML>x")).isEqualTo("<html>&lt;HTML>x</html>");
  }

  private static JLabel rendered(TableCellRenderer renderer) {
    JTable table = new JTable(1, 1);
    return (JLabel) renderer.getTableCellRendererComponent(table, EVIL, false, false, 0, 0);
  }

  private static Object cell(ChoiceBox box, JList<String> list) {
    return box.getRenderer().getListCellRendererComponent(list, EVIL, 1, false, false);
  }

  private static Object page(Object part) {
    return ((JComponent) part).getClientProperty(BasicHTML.propertyKey);
  }

  private interface Errand {
    void go() throws Exception;
  }

  private static void onScreen(Errand errand) throws Exception {
    Throwable[] wrong = new Throwable[1];
    SwingUtilities.invokeAndWait(
        () -> {
          try {
            errand.go();
          } catch (Exception | AssertionError e) {
            wrong[0] = e;
          }
        });
    if (wrong[0] != null) {
      throw new AssertionError(wrong[0]);
    }
  }
}
