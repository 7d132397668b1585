package org.tonearm.panel.view.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.FoundHost;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.view.Controls;
import org.tonearm.panel.view.ListTable;

/** The programs whose libraries can be tagged, and what was found of them here. */
final class HostsPane {
  private final Texts texts;
  private final SettingsDesk desk;
  private final SettingsSource source;
  private final ListTable<FoundHost> hosts;
  private final Prose reason = new Prose("");
  private final JButton refresh;

  HostsPane(Texts texts, SettingsDesk desk, SettingsSource source) {
    this.texts = texts;
    this.desk = desk;
    this.source = source;
    this.hosts =
        new ListTable<>(
            texts,
            "settings.hosts",
            List.of(
                new ListTable.Column<>("settings.host.name", 150, FoundHost::name),
                new ListTable.Column<>("settings.host.support", 150, this::support),
                new ListTable.Column<>(
                    "settings.host.version", 90, host -> host.library().version()),
                new ListTable.Column<>("settings.host.reason", 480, this::reason)));
    this.refresh = new Controls(texts).button("settings.hosts.refresh", this::look);
    reason.setName("hosts.reason");
    hosts.component().setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    hosts.component().getSelectionModel().addListSelectionListener(event -> tell());
  }

  /** Puts it on a page. */
  void addTo(Page page) {
    page.add(new Prose(texts.get("settings.hosts.tip")), "span 3, growx, wmin 0");
    page.add(new JScrollPane(hosts.component()), "span 3, growx, wmin 0, h 380!");
    page.add(reason, "span 3, growx, wmin 0, hmin 60");
    page.add(refresh, "span 3, left");
  }

  /** Looks for them anew. */
  void look() {
    desk.ask(
        () -> source.hosts().stream().map(FoundHost::of).toList(),
        found -> {
          int selected = Math.max(0, hosts.component().getSelectedRow());
          hosts.show(found);
          if (selected < found.size()) {
            hosts.component().setRowSelectionInterval(selected, selected);
          }
          tell();
        });
  }

  private void tell() {
    reason.setText(
        hosts
            .selected()
            .map(
                host ->
                    host.name()
                        + " – "
                        + support(host)
                        + "\n"
                        + host.library().place().map(Path::toString).map(p -> p + "\n").orElse("")
                        + reason(host))
            .orElse(texts.get("settings.hosts.choose")));
  }

  private String reason(FoundHost host) {
    return texts.engine().part(host.library().reason());
  }

  private String support(FoundHost host) {
    return texts.get(
        "support." + host.library().support().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
