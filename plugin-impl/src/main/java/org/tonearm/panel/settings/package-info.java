/** What the settings view shows and does, without a window. */
package org.tonearm.panel.settings;
