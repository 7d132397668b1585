/** Statistics of frames over a window, and the support-vector machine that hears them. */
package org.tonearm.model.statistics;
