/** Fields of tags: reading them, planning changes, writing copies. */
package org.tonearm.api.tag;
