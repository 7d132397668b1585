package org.tonearm.installer.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders modules into rows, such that each needs only modules of rows above its own. */
final class ModuleRows {
  private final Map<String, Module> modules;

  ModuleRows(List<Module> modules) {
    this.modules =
        modules.stream()
            .collect(
                Collectors.toMap(
                    Module::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * A row for each room; several where modules of one room need each other. Those that reach far up
   * stand to the left.
   */
  List<List<Module>> rows() {
    Map<String, TreeMap<Integer, List<Module>>> rooms = new LinkedHashMap<>();
    for (Module module : modules.values()) {
      rooms
          .computeIfAbsent(module.room(), room -> new TreeMap<>())
          .computeIfAbsent(depth(module), depth -> new ArrayList<>())
          .add(module);
    }
    List<List<Module>> rows = new ArrayList<>();
    for (TreeMap<Integer, List<Module>> room : rooms.values()) {
      for (List<Module> row : room.values()) {
        row.sort(Comparator.comparing(this::reach).reversed().thenComparing(Module::name));
        rows.add(row);
      }
    }
    return rows;
  }

  /** What a module needs and does not already get through something else that it needs. */
  Set<String> direct(Module module) {
    Set<String> direct = new LinkedHashSet<>(module.needs());
    for (String need : module.needs()) {
      direct.removeAll(all(modules.get(need)));
    }
    return direct;
  }

  private Set<String> all(Module module) {
    Set<String> all = new LinkedHashSet<>(module.needs());
    module.needs().forEach(need -> all.addAll(all(modules.get(need))));
    return all;
  }

  /** How many modules of its own room stand above it, one on the other. */
  private int depth(Module module) {
    return module.needs().stream()
        .map(modules::get)
        .filter(need -> need.room().equals(module.room()))
        .mapToInt(need -> depth(need) + 1)
        .max()
        .orElse(0);
  }

  /** By what it needs of other rooms: more of them come first. */
  private long reach(Module module) {
    return all(module).stream().filter(n -> !modules.get(n).room().equals(module.room())).count();
  }
}
