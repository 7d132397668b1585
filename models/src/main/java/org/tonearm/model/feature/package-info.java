/** From mono samples to frames of features; each transform in a package of its own. */
package org.tonearm.model.feature;
