/** Covers of tracks, small enough to be shown. */
package org.tonearm.panel.artwork;
