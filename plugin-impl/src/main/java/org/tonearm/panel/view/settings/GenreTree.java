package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.tonearm.panel.Texts;
import org.tonearm.taxonomy.Taxonomy;

/** The genres as a tree. A genre with several above it stands under each. */
final class GenreTree {
  private final Texts texts;
  private final DefaultTreeModel model = new DefaultTreeModel(new DefaultMutableTreeNode("", true));
  private final JTree tree = new JTree(model);
  private Map<String, List<String>> below = new LinkedHashMap<>();
  private Set<String> allowed = Set.of();
  private List<String> tops = List.of();
  private String sought = "";

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
    tree.setName("genres.tree");
    tree.getAccessibleContext().setAccessibleName(texts.get("settings.genres"));
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

  /**
   * Shows these genres in place of those before.
   *
   * @param whitelist genres that may be written; empty for all
   */
  void show(Taxonomy taxonomy, List<String> whitelist) {
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
    allowed = new LinkedHashSet<>();
    whitelist.forEach(genre -> allowed.add(taxonomy.canonical(genre)));
    build();
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
    String text = allowed.contains(genre) ? texts.get("settings.genre.allowed", genre) : genre;
    DefaultMutableTreeNode node = new DefaultMutableTreeNode(new Node(genre, text));
    for (String kind : below.getOrDefault(genre, List.of())) {
      add(node, kind, hit);
    }
    if (hit || node.getChildCount() > 0) {
      over.add(node);
    }
  }
}
