package org.tonearm.model.suite;

import java.nio.file.Path;

/**
 * A data set as its authors lay it out.
 *
 * @param layout such as {@code gtzan}
 * @param folder where it lies
 */
public record DataSetSource(String layout, Path folder) {}
