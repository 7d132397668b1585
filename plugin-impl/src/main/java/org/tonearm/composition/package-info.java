/**
 * The composition root: the one place where parts are put together, and the only one that knows the
 * container.
 */
package org.tonearm.composition;
