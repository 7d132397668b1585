package org.tonearm.installer.drawing;

import java.util.List;

/**
 * A module of the build that holds code.
 *
 * @param name the last part of its folder
 * @param room the top-level module that it lies in; its own name if that is itself
 * @param description as its build file says
 * @param needs names of the modules that it is compiled or run with, tests left out
 */
record Module(String name, String room, String description, List<String> needs) {
  Module {
    needs = List.copyOf(needs);
  }
}
