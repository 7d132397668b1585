package org.tonearm.djxml.collection;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.djxml.xml.Splice;

/**
 * An empty element that is put into a file where a value needs it, once for all values that stand
 * in its attributes.
 *
 * @param at offset in bytes
 * @param name of the element
 */
public record NewElement(long at, String name) {

  /** Where an attribute of it could be put. */
  public ValuePlace attribute(String attribute) {
    return ValuePlace.within(this, " " + attribute + "=\"", "\"");
  }

  /** The element with these attributes. */
  List<Splice> with(List<Splice> attributes) {
    List<Splice> all = new ArrayList<>();
    all.add(new Splice(at, at, "<" + name));
    all.addAll(attributes);
    all.add(new Splice(at, at, " />"));
    return all;
  }
}
