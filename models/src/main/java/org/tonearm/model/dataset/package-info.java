/** Labelled clips: manifests, folds by group, and the cache of their features. */
package org.tonearm.model.dataset;
