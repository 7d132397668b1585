/**
 * What music servers share: they know files as they lie on the disk, and can be asked to look
 * again.
 */
package org.tonearm.players.server;
