/** Files as they are in the wild: each row of docs/wild-files.md is a case here. */
package org.tonearm.tag.wild;
