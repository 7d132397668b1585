/** The safe way of a write: copy, change, verify, sync, rename. */
package org.tonearm.tag.write;
