/**
 * The index: what is known of the library's files, so that an unchanged file costs one look and a
 * moved or retagged one is not heard again. It holds nothing that can't be made again from the
 * files.
 */
package org.tonearm.library.index;
