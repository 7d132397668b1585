/** The settings as Swing components. */
package org.tonearm.panel.view.settings;
