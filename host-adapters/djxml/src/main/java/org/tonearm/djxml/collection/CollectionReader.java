package org.tonearm.djxml.collection;

import org.tonearm.api.host.HostException;
import org.tonearm.djxml.xml.XmlHandler;
import org.tonearm.djxml.xml.XmlTag;

/** Reads one file of a host's form. For one file only; confined to one thread. */
public abstract class CollectionReader implements XmlHandler {
  /** For subclasses. */
  protected CollectionReader() {}

  /** Name of the root element, by which the form is known. */
  protected abstract String root();

  /** An element within the root begins. */
  protected abstract void inside(XmlTag tag);

  /** What was read; asked when the file is through. */
  protected abstract CollectionContent content();

  /** What the root itself tells. */
  protected void atRoot(XmlTag tag) {}

  @Override
  public final void start(XmlTag tag) throws HostException {
    if (tag.depth() > 0) {
      inside(tag);
    } else if (tag.name().equals(root())) {
      atRoot(tag);
    } else {
      throw new HostException(
          "other-library",
          "its first element is <" + tag.name() + ">; <" + root() + "> was expected.",
          "Name the collection of this program.");
    }
  }
}
