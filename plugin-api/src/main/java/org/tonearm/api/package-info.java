/**
 * Contracts that hosts and third parties compile against.
 *
 * <p>Nothing here does work: interfaces, records, enums and exceptions only, on the JDK alone. The
 * root package holds what every part speaks of (a track, labels and scores, errors); the packages
 * below it hold one step of a track's way each: {@code audio}, {@code feature}, {@code classify},
 * {@code tag}, and {@code host} for the programs that Tonearm plugs into.
 */
package org.tonearm.api;
