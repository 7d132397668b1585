/** What the panel remembers from one start to the next. */
package org.tonearm.panel.state;
