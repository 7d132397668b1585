/** The panel on the screen: Swing components over {@code org.tonearm.panel}. */
package org.tonearm.panel.view;
