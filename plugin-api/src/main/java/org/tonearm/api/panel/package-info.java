/** The configuration panel, as hosts with a window of their own embed it. */
package org.tonearm.api.panel;
