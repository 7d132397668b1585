/** From files and folders to tracks: what is visited, what is skipped, and each file only once. */
package org.tonearm.library;
