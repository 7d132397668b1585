package org.tonearm.composition;

import java.lang.reflect.Type;
import org.picocontainer.PicoCompositionException;
import org.picocontainer.PicoContainer;
import org.picocontainer.adapters.AbstractAdapter;
import org.tonearm.api.TonearmException;

/** A component that is made by a call instead of a constructor, when it is first asked for. */
final class LazyAdapter<T> extends AbstractAdapter<T> {
  private static final long serialVersionUID = 1L;

  /** Makes the component. */
  @FunctionalInterface
  interface Maker<T> {
    T make() throws TonearmException;
  }

  private final transient Maker<T> maker;

  LazyAdapter(Class<T> type, Maker<T> maker) {
    super(type, type);
    this.maker = maker;
  }

  @Override
  public T getComponentInstance(PicoContainer container, Type into) {
    try {
      return maker.make();
    } catch (TonearmException e) {
      throw new PicoCompositionException(e);
    }
  }

  @Override
  public void verify(PicoContainer container) {
    // Nothing to resolve.
  }

  @Override
  public String getDescriptor() {
    return "Lazy-";
  }
}
