/** What the panel does and keeps, without a window: the engine behind it, tracks, work, words. */
package org.tonearm.panel;
