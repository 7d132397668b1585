/**
 * Data sets in the folders that their authors hand out, read without a manifest: which clips there
 * are, what they are labelled, which of them belong together, and which split is fixed.
 */
package org.tonearm.model.dataset.layout;
