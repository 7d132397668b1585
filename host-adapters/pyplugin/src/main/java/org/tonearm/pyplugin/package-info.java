/** What plugins in Python share: the worker that asks Tonearm, and how they are gathered. */
package org.tonearm.pyplugin;
