/** What the engine says, in the language of the panel. */
package org.tonearm.panel.said;
