package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.tonearm.configuration.Configuration;
import org.tonearm.panel.Texts;
import org.tonearm.panel.view.PlainText;
import org.tonearm.taxonomy.Taxonomy;

/** The genres as a tree. A genre with several above it stands under each. */
final class GenreTree {
  private final Texts texts;
  private final DefaultTreeModel model = new DefaultTreeModel(new DefaultMutableTreeNode("", true));
  private final JTree tree = new JTree(model);
  private Map<String, List<String>> below = new LinkedHashMap<>();
  private Set<String> allowed = Set.of();
  private Set<String> never = Set.of();
  private Set<String> own = Set.of();
  private List<String> tops = List.of();
  private String sought = "";
  private List<Object> built = List.of();

  /**
   * A node.
   *
   * @param genre its canonical name
   * @param text as it is shown
   */
  private record Node(String genre, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  GenreTree(Texts texts) {
    this.texts = texts;
    tree.setRootVisible(false);
    tree.setShowsRootHandles(true);
    PlainText.cells(tree);
    tree.setName("genres.tree");
    tree.getAccessibleContext().setAccessibleName(texts.get("settings.genres"));
    tree.getAccessibleContext().setAccessibleDescription(texts.get("settings.genres.tip"));
    tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
  }

  JTree component() {
    return tree;
  }

  /** The genre that is selected. */
  Optional<String> selected() {
    return Optional.ofNullable(tree.getSelectionPath())
        .map(path -> (DefaultMutableTreeNode) path.getLastPathComponent())
        .filter(node -> node.getUserObject() instanceof Node)
        .map(node -> ((Node) node.getUserObject()).genre());
  }

  /** Shows these genres in place of those before. */
  void show(Configuration.Genres genres) {
    Taxonomy taxonomy = genres.taxonomy();
    below = new LinkedHashMap<>();
    List<String> top = new ArrayList<>();
    for (String genre : taxonomy.genres()) {
      List<String> above = taxonomy.above(genre);
      if (above.isEmpty()) {
        top.add(genre);
      }
      above.forEach(over -> below.computeIfAbsent(over, k -> new ArrayList<>()).add(genre));
    }
    tops = List.copyOf(top);
    allowed = canonical(genres.whitelist(), taxonomy);
    never = canonical(genres.ignored(), taxonomy);
    build();
  }

  /** Tells which of them are the user's own. */
  void own(List<String> genres) {
    if (!own.equals(Set.copyOf(genres))) {
      own = Set.copyOf(genres);
      build();
    }
  }

  private static Set<String> canonical(List<String> words, Taxonomy taxonomy) {
    return words.stream().map(taxonomy::canonical).collect(Collectors.toSet());
  }

  /** Shows only genres whose name holds a word, with those above and below them. */
  void seek(String word) {
    sought = word.strip().toLowerCase(Locale.ROOT);
    build();
  }

  /** Selects a genre and brings it into view, if it is shown. */
  void select(String genre) {
    Enumeration<?> nodes = ((DefaultMutableTreeNode) model.getRoot()).preorderEnumeration();
    while (nodes.hasMoreElements()) {
      DefaultMutableTreeNode node = (DefaultMutableTreeNode) nodes.nextElement();
      if (node.getUserObject() instanceof Node found && found.genre().equals(genre)) {
        TreePath path = new TreePath(node.getPath());
        tree.setSelectionPath(path);
        tree.scrollPathToVisible(path);
        return;
      }
    }
  }

  private void build() {
    List<Object> now = List.of(below, tops, allowed, never, own, sought);
    if (now.equals(built)) {
      return; // Else what is open would be closed.
    }
    built = now;
    Optional<String> before = selected();
    DefaultMutableTreeNode root = new DefaultMutableTreeNode("", true);
    for (String genre : tops) {
      add(root, genre, false);
    }
    model.setRoot(root);
    if (!sought.isEmpty()) {
      for (int row = 0; row < tree.getRowCount(); row++) {
        tree.expandRow(row);
      }
    }
    before.ifPresent(this::select);
  }

  private void add(DefaultMutableTreeNode over, String genre, boolean inside) {
    boolean hit = inside || genre.toLowerCase(Locale.ROOT).contains(sought);
    DefaultMutableTreeNode node = new DefaultMutableTreeNode(new Node(genre, noted(genre)));
    for (String kind : below.getOrDefault(genre, List.of())) {
      add(node, kind, hit);
    }
    if (hit || node.getChildCount() > 0) {
      over.add(node);
    }
  }

  private String noted(String genre) {
    List<String> notes = new ArrayList<>();
    if (own.contains(genre)) {
      notes.add(texts.get("settings.genre.note.own"));
    }
    if (allowed.contains(genre)) {
      notes.add(texts.get("settings.genre.note.allowed"));
    }
    if (never.contains(genre)) {
      notes.add(texts.get("settings.genre.note.never"));
    }
    return notes.isEmpty()
        ? genre
        : texts.get("settings.genre.noted", genre, String.join(", ", notes));
  }
}
