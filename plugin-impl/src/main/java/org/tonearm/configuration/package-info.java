/**
 * The one configuration file, and what holds when it, the options and the host are taken together.
 *
 * <p>{@link org.tonearm.configuration.Keys} names every setting; {@link
 * org.tonearm.configuration.Configurations} reads and checks them as a whole; {@link
 * org.tonearm.configuration.RunSettings} turns them into what runs take.
 */
package org.tonearm.configuration;
